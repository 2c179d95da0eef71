import type { JobPayload } from "#lib/contract/jobs.ts";
import type { ReportReason } from "#lib/contract/report-rules.ts";
import type { ReportOutcome } from "#lib/contract/reports.ts";
import type { SanctionKind } from "#lib/contract/sanction-rules.ts";
import type { OwnSanction } from "#lib/contract/sanctions.ts";
import { type Addressed, letter } from "../letter.ts";
import type { Mail } from "../ports.ts";

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });

const RULES: Record<ReportReason, string> = {
  scam: "no scams",
  off_platform_payment: "no payments outside UniNest",
  harassment: "no harassment or insults",
  hate: "no hate",
  sexual: "no sexual content or advances",
  threat: "no threats",
  impersonation: "nobody pretends to be somebody else",
  spam: "no spam",
  discrimination: "no discrimination",
  other: "our rules for living together",
};

const DONE: Record<SanctionKind, { subject: string; lead: string }> = {
  warn: { subject: "A warning from UniNest", lead: "A moderator has warned you." },
  silence: { subject: "You cannot write on UniNest for now", lead: "A moderator lets you read and not write" },
  kick: {
    subject: "You were signed out of UniNest",
    lead: "A moderator has signed you out on every device. You can sign in again.",
  },
  ban: { subject: "Your UniNest account is restricted", lead: "A moderator keeps you out of UniNest" },
  remove: { subject: "Messages of yours were removed", lead: "A moderator has removed messages of yours." },
};

type About = Addressed & { origin: string; sanction: OwnSanction };

const spanOf = ({ kind, until }: OwnSanction): string => {
  if (kind !== "silence" && kind !== "ban") return "";
  return until ? ` until ${moment.format(new Date(until))} UTC.` : ", without an end.";
};

/** Who is kept out reads why where they try to come in; everybody else in their settings. */
const doorOf = ({ kind }: OwnSanction, origin: string): { action: string; link: string } =>
  kind === "ban"
    ? { action: "Sign in to read why, and to appeal", link: `${origin}/sign-in` }
    : { action: "Read why", link: `${origin}/settings/reports` };

const madeWords = (sanction: OwnSanction, origin: string) => {
  const { subject, lead } = DONE[sanction.kind];
  return {
    subject,
    lead: `${lead}${spanOf(sanction)} The rule: ${RULES[sanction.rule]}.`,
    ...doorOf(sanction, origin),
    rest: "If you think that this is wrong, say so there, once. Somebody else than who did it reads it and decides.",
  };
};

const liftedWords = (origin: string) => ({
  subject: "A decision about you was taken back",
  lead: "Moderators have taken back what was done about you. It counts no longer, and what it removed is there again.",
  action: "Go to UniNest",
  link: `${origin}/settings/reports`,
  rest: "There is nothing that you have to do.",
});

const answeredWords = (sanction: OwnSanction, origin: string) => {
  const isReversed = sanction.appeal?.outcome === "reversed";
  return {
    subject: "Your appeal was decided",
    lead: isReversed
      ? "We looked again: what was done about you was wrong, and is taken back."
      : "We looked again, and somebody else than before: what was done about you stands.",
    ...(isReversed ? { action: "Read the answer", link: `${origin}/settings/reports` } : doorOf(sanction, origin)),
    rest: "This decision is the last one.",
  };
};

/** In closed words: what a moderator wrote stands on the page (`letter.ts` says why). */
export const sanctionMail = ({ id, to, origin, sanction }: About, news: JobPayload<"sanction:mail">["news"]): Mail => {
  const words = {
    made: () => madeWords(sanction, origin),
    lifted: () => liftedWords(origin),
    answered: () => answeredWords(sanction, origin),
  };
  return letter({ id, to }, words[news]());
};

/** Whom it was about stays out. */
export const reportMail = ({ id, to, origin, outcome }: Addressed & { origin: string; outcome: ReportOutcome }): Mail =>
  letter(
    { id, to },
    {
      subject: "Your report was decided",
      lead:
        outcome === "acted"
          ? "Thank you for your report. A moderator looked at it, and something was done about it."
          : "Thank you for your report. A moderator looked at it and found nothing against our rules.",
      action: "See your reports",
      link: `${origin}/settings/reports`,
      rest: "You can block somebody at any time: then nothing passes between you two.",
    },
  );
