import type { ViewingReminderKind, ViewingStatus } from "#lib/contract/viewings.ts";

const HOUR_MS = 3_600_000;
const BEFORE_MS: Record<ViewingReminderKind, number> = { day: 24 * HOUR_MS, hour: HOUR_MS };

type Reminder = {
  kind: ViewingReminderKind;
  startsAt: Date;
  dueAt: Date;
  /** The same for the same time of the same viewing, another one after it was moved: who has been reminded of it is not again. */
  key: string;
};

type Reminded = {
  id: string;
  status: ViewingStatus;
  startsAt: Date | null;
  /** When that time was confirmed. */
  confirmedAt: Date;
};

/**
 * The reminders of a confirmed viewing, a day and an hour before it. One whose moment was over when the time was confirmed never
 * comes: the two have just talked about it.
 */
export const remindersOf = ({ id, status, startsAt, confirmedAt }: Reminded): Reminder[] => {
  if (status !== "confirmed" || !startsAt) return [];
  const kinds: ViewingReminderKind[] = ["day", "hour"];
  return kinds.flatMap((kind) => {
    const dueAt = new Date(startsAt.getTime() - BEFORE_MS[kind]);
    return dueAt <= confirmedAt ? [] : [{ kind, startsAt, dueAt, key: `viewing ${id} ${startsAt.toISOString()} ${kind}` }];
  });
};
