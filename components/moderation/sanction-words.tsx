"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { OwnSanction } from "#lib/contract/sanctions.ts";

/** What was done, by which rule and why, since when and till when. */
export const SanctionWords = ({ sanction }: { sanction: OwnSanction }) => {
  const t = useTranslations("moderation");
  const { full } = useFormat();
  const { kind, rule, reason, until, messages, createdAt, liftedAt } = sanction;
  return (
    <>
      <p className="font-semibold">
        {kind === "remove" && messages > 0 ? t("sanctions.removed", { count: messages }) : t(`sanctions.kind.${kind}`)}
      </p>
      <p className="text-[14.5px]">{t("sanctions.rule", { rule: t(`reason.${rule}`) })}</p>
      <p dir="auto" className="whitespace-pre-line text-[14.5px] [overflow-wrap:anywhere]">
        {reason}
      </p>
      <p className="text-[13px] text-text-2">
        <LocalTime iso={createdAt} text={t("sanctions.since", { date: full(createdAt) })} className="block" />
        {until && <LocalTime iso={until} text={t("sanctions.until", { date: full(until) })} className="block" />}
        {liftedAt && <LocalTime iso={liftedAt} text={t("sanctions.lifted", { date: full(liftedAt) })} className="block" />}
      </p>
    </>
  );
};
