import type { Clock, Mail } from "#lib/domain/ports.ts";

const MAX_SHOWN = 50;

/** Keeps the last mails in memory for a page that shows them, instead of sending any. Only where people are made up. */
export const createShownMails = (clock: Clock) => {
  const mails: (Mail & { at: Date })[] = [];
  return {
    show: (mail: Mail): void => {
      mails.unshift({ ...mail, at: clock() });
      mails.length = Math.min(mails.length, MAX_SHOWN);
    },
    /** The newest first. */
    shown: () => [...mails],
  };
};
