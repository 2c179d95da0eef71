import type { FoundRule } from "#lib/contract/scan.ts";

/** What takes money, or people to where it is taken from them: by the first word of a rule's name. */
const MONEY: ReadonlySet<string> = new Set(["account", "advance", "contact", "link", "money", "payment", "secret"]);
/** A link alone may lead to a map or a timetable; with money words another rule is found as well. */
const HARMLESS_ALONE = "link.unknown";

/** Whether a text is about money, or leads to where it is paid. */
export const isAboutMoney = (rules: readonly Pick<FoundRule, "rule">[]): boolean =>
  rules.some(({ rule }) => rule !== HARMLESS_ALONE && MONEY.has(rule.split(".")[0] ?? ""));

const DAY_MS = 86_400_000;
/** A sign-in is new for so long: whoever has used a device for a week would have lost it to nobody unseen. */
const NEW_SESSION_MS = 7 * DAY_MS;
/** An account of that age has a good name that can be stolen; a younger one says what it is by itself. */
const OLD_ACCOUNT_MS = 30 * DAY_MS;
/** So long what was sent elsewhere counts. */
export const TAKEOVER_WINDOW_MS = DAY_MS;

/** Where a text comes from. */
export type Origin = {
  accountSince: Date;
  /** When the sign-in was; nothing of one that is not known any more. */
  session: { since: Date; isTrusted: boolean } | undefined;
};

const age = (since: Date, now: Date): number => now.getTime() - since.getTime();

/** Whether it is written in a new sign-in of an old account, which nobody has found to be genuine. */
export const isNewHand = ({ accountSince, session }: Origin, now: Date): boolean =>
  session !== undefined &&
  !session.isTrusted &&
  age(session.since, now) < NEW_SESSION_MS &&
  age(accountSince, now) > OLD_ACCOUNT_MS;

/** Money words out of such hands that were taken, whether they went out or wait. */
export type RiskySend = { conversationId: string; isRisky: boolean; at: Date };

/** Whether it is the second conversation into which money words go out of such hands. Pure. */
export const isTakeOver = ({ conversationId, isRisky, at: now }: RiskySend, recent: readonly RiskySend[]): boolean =>
  isRisky &&
  recent.some((sent) => sent.isRisky && sent.conversationId !== conversationId && age(sent.at, now) < TAKEOVER_WINDOW_MS);
