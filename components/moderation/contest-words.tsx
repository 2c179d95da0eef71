"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { OwnContest } from "#lib/contract/contests.ts";

/** A text that was refused, and why. */
export const ContestWords = ({ contest: { content, rules, createdAt } }: { contest: OwnContest }) => {
  const t = useTranslations("moderation.contests");
  const { full } = useFormat();
  return (
    <>
      <blockquote dir="auto" className="whitespace-pre-line border-l-2 pl-3 text-[14.5px] [overflow-wrap:anywhere]">
        {content}
      </blockquote>
      <ul aria-label={t("rules")} className="grid list-disc gap-0.5 pl-5 text-[13.5px] text-text-2 empty:hidden">
        {rules.map(({ rule, text }) => (
          <li key={rule}>{text}</li>
        ))}
      </ul>
      <LocalTime iso={createdAt} text={t("at", { date: full(createdAt) })} className="block text-[13px] text-text-2" />
    </>
  );
};
