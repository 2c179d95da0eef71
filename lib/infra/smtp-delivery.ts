import { createTransport } from "nodemailer";
import type { Mail } from "#lib/domain/ports.ts";

/** A mail server that has not answered by then is down. */
const TIMES = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 };

type Options = { url: string; from: string };

/** Hands mails to an SMTP server, one try each. Addresses go in as data: none is read as a list or a header. */
export const createSmtpDelivery = ({ url, from }: Options) => {
  const transport = createTransport({ url, ...TIMES, disableFileAccess: true, disableUrlAccess: true });
  return async ({ to, subject, text, html }: Mail): Promise<void> => {
    await transport.sendMail({
      from: { name: "UniNest", address: from },
      to: { name: "", address: to },
      subject,
      text,
      html,
      // Answers by machines (out of office, delivery reports) help nobody here.
      headers: { "auto-submitted": "auto-generated" },
    });
  };
};
