import type { Clock, Log, Mail, Mailer } from "#lib/domain/ports.ts";
import { type Breaker, createBreaker } from "#lib/infra/breaker.ts";
import type { Env } from "#lib/infra/env.ts";
import { createShownMails } from "#lib/infra/shown-mails.ts";
import { createSmtpDelivery, isRefusalOfOne } from "#lib/infra/smtp-delivery.ts";
import type { ShownMail } from "./runtime.ts";

type Options = { env: Env; origin: string; clock: Clock; log: Log };

type Built = {
  mailer: Mailer;
  shown: (() => ShownMail[]) | undefined;
  /** Whether the mail server works; absent where there is none. */
  watch: Pick<Breaker, "isUp"> | undefined;
};

/** A domain that mail can come from; this machine's own name is none. */
const senderAt = (origin: string): string => {
  const { hostname } = new URL(origin);
  return `no-reply@${hostname.includes(".") && !hostname.startsWith("[") ? hostname : "uninest.invalid"}`;
};

/**
 * Where mails go: to `SMTP_URL`; without one, onto a page and into the log where people are made up (development, the
 * demo), and nowhere at all where they are real, since a log must not hold what lets somebody in.
 */
export const createMail = ({ env, origin, clock, log }: Options): Built => {
  if (env.SMTP_URL !== undefined) {
    const from = env.MAIL_FROM ?? senderAt(origin);
    const { send } = createSmtpDelivery({ url: env.SMTP_URL, from });
    const breaker = createBreaker({ isItsFault: (error) => !isRefusalOfOne(error) });
    const mailer = { send: (mail: Mail) => breaker.during(() => send(mail)) };
    return { mailer, shown: undefined, watch: breaker };
  }
  const { show, shown } = createShownMails(clock);
  const shower = async (mail: Mail): Promise<void> => {
    log.info({ to: mail.to, subject: mail.subject, text: mail.text }, "a mail, shown at /dev/mails");
    show(mail);
  };
  const dropper = async ({ id }: Mail): Promise<void> => log.warn({ mail: id }, "no SMTP_URL: a mail was not sent");
  const isMadeUp = env.NODE_ENV === "development" || env.DEMO;
  return isMadeUp
    ? { mailer: { send: shower }, shown, watch: undefined }
    : { mailer: { send: dropper }, shown: undefined, watch: undefined };
};
