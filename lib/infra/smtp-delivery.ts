import { createTransport } from "nodemailer";
import type { Mailer } from "#lib/domain/ports.ts";

/** A mail server that has not answered by then is down. */
const TIMES = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 };

type Options = { url: string; from: string };

/** Mail programs show a button for it (RFC 8058). */
const unsubscribeBy = (url: string) => ({
  "list-unsubscribe": `<${url}>`,
  "list-unsubscribe-post": "List-Unsubscribe=One-Click",
});

type Refused = Error & { code?: string | undefined };

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** Mail servers quote whom they refuse, and a reason is read by others. */
const withoutRecipient = (error: unknown, to: string): Refused => {
  const words = error instanceof Error ? error.message.replaceAll(to, "the recipient") : "the mail server failed";
  return Object.assign(new Error(words), { code: codeOf(error) });
};

/** The server is there and takes this one mail from nobody. */
export const isRefusalOfOne = (error: unknown): boolean => ["EENVELOPE", "EMESSAGE"].includes(codeOf(error) ?? "");

/** Hands mails to an SMTP server, one try each. Addresses go in as data: none is read as a list or a header. */
export const createSmtpDelivery = ({ url, from }: Options): Mailer => {
  const transport = createTransport({ url, ...TIMES, disableFileAccess: true, disableUrlAccess: true });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    send: async ({ id, to, subject, text, html, unsubscribe, calendar }) => {
      const mail = {
        from: { name: "UniNest", address: from },
        to: { name: "", address: to },
        // The same in every try: who gets a mail twice sees it once.
        messageId: `<${id}@${domain}>`,
        subject,
        text,
        html,
        ...(calendar ? { icalEvent: { ...calendar, filename: "viewing.ics" } } : {}),
        // Answers by machines (out of office, delivery reports) help nobody here.
        headers: { "auto-submitted": "auto-generated", ...(unsubscribe ? unsubscribeBy(unsubscribe) : {}) },
      };
      await transport.sendMail(mail).catch((error: unknown) => {
        throw withoutRecipient(error, to);
      });
    },
  };
};
