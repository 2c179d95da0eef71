"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { FoundPerson } from "#lib/contract/people.ts";

const pill = "rounded-full px-2 py-0.5 font-semibold text-xs";

const Until = ({ until, words, className }: { until: string | null; words: string; className: string }) =>
  until ? (
    <LocalTime iso={until} text={words} className={clsx(pill, className)} />
  ) : (
    <span className={clsx(pill, className)}>{words}</span>
  );

/** What somebody is here, and what they may not do at the moment. */
export const StandingPills = ({ person: { role, ban, silencedUntil } }: { person: FoundPerson }) => {
  const t = useTranslations("people");
  const roleWords = useTranslations("shell.account.role");
  const { full } = useFormat();
  return (
    <>
      <span className={clsx(pill, "bg-surface-2 text-text-2")}>{roleWords(role)}</span>
      {ban && (
        <Until
          until={ban.until}
          words={ban.until ? t("bannedUntil", { when: full(ban.until) }) : t("banned")}
          className="bg-danger-soft text-danger"
        />
      )}
      {silencedUntil && (
        <Until
          until={silencedUntil}
          words={t("silencedUntil", { when: full(silencedUntil) })}
          className="bg-warn-soft text-warn"
        />
      )}
    </>
  );
};
