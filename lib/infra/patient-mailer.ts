import type { Log, Mail, Mailer } from "#lib/domain/ports.ts";

/** How long to wait before each further try. */
const WAITS_MS = [1_000, 5_000, 30_000, 120_000];
/** So many may wait for a mail server that is away; what comes on top is lost, and said so. */
const MAX_WAITING = 1_000;

type Options = { deliver: (mail: Mail) => Promise<void>; log: Log; waitsMs?: number[]; maxWaiting?: number };

/** Tries a few times, in memory. What it tells the log names nobody and quotes nothing. */
export const createPatientMailer = ({ deliver, log, waitsMs = WAITS_MS, maxWaiting = MAX_WAITING }: Options): Mailer => {
  let waiting = 0;

  const attempt = async (mail: Mail, tries: number): Promise<void> => {
    try {
      await deliver(mail);
      waiting -= 1;
    } catch (error) {
      const waitMs = waitsMs[tries];
      if (waitMs === undefined) {
        waiting -= 1;
        log.error({ error, subject: mail.subject }, "a mail could not be sent");
        return;
      }
      log.warn({ error, subject: mail.subject, waitMs }, "a mail has to wait");
      setTimeout(() => void attempt(mail, tries + 1), waitMs).unref();
    }
  };

  return {
    send: (mail) => {
      if (waiting >= maxWaiting) {
        log.error({ subject: mail.subject }, "too many mails wait: one was given up");
        return;
      }
      waiting += 1;
      void attempt(mail, 0);
    },
  };
};
