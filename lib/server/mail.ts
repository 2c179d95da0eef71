import type { Clock, Log, Mail, Mailer } from "#lib/domain/ports.ts";
import type { Env } from "#lib/infra/env.ts";
import { createPatientMailer } from "#lib/infra/patient-mailer.ts";
import { createShownMails } from "#lib/infra/shown-mails.ts";
import { createSmtpDelivery } from "#lib/infra/smtp-delivery.ts";
import type { ShownMail } from "./runtime.ts";

type Options = { env: Env; origin: string; clock: Clock; log: Log };

/** A domain that mail can come from; this machine's own name is none. */
const senderAt = (origin: string): string => {
  const { hostname } = new URL(origin);
  return `no-reply@${hostname.includes(".") && !hostname.startsWith("[") ? hostname : "uninest.invalid"}`;
};

/**
 * Where mails go: to `SMTP_URL`; without one, onto a page and into the log where people are made up (development, the
 * demo), and nowhere at all where they are real, since a log must not hold what lets somebody in.
 */
export const createMail = ({ env, origin, clock, log }: Options): { mailer: Mailer; shown: (() => ShownMail[]) | undefined } => {
  const isMadeUp = env.NODE_ENV === "development" || env.DEMO;
  if (env.SMTP_URL !== undefined) {
    const deliver = createSmtpDelivery({ url: env.SMTP_URL, from: env.MAIL_FROM ?? senderAt(origin) });
    return { mailer: createPatientMailer({ deliver, log }), shown: undefined };
  }
  const { deliver, shown } = createShownMails(clock);
  const show = async (mail: Mail): Promise<void> => {
    log.info({ to: mail.to, subject: mail.subject, text: mail.text }, "a mail, shown at /dev/mails");
    await deliver(mail);
  };
  const drop = async ({ subject }: Mail): Promise<void> => log.warn({ subject }, "no SMTP_URL: a mail was not sent");
  return isMadeUp
    ? { mailer: createPatientMailer({ deliver: show, log }), shown }
    : { mailer: createPatientMailer({ deliver: drop, log }), shown: undefined };
};
