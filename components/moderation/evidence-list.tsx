"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { EvidenceLine } from "#lib/contract/reports.ts";
import { EvidenceFiles } from "./evidence-files.tsx";

type EvidenceProps = { lines: readonly EvidenceLine[]; reportedMessageId: string | null; reportedId: string };

const Line = ({ line, isReported, isTheirs }: { line: EvidenceLine; isReported: boolean; isTheirs: boolean }) => {
  const t = useTranslations("moderation.case");
  const { full } = useFormat();
  return (
    <li
      aria-current={isReported ? "true" : undefined}
      className={clsx("grid gap-0.5 rounded-card border px-3 py-2", isReported ? "border-danger bg-danger-soft" : "border-line")}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-[13px] text-text-2">
        <span dir="auto" className={clsx("font-semibold", isTheirs ? "text-danger" : "text-text")}>
          {line.senderName}
        </span>
        <LocalTime iso={line.createdAt} text={full(line.createdAt)} />
        {isReported && <span className="font-semibold text-danger">{t("thisOne")}</span>}
        {line.editedAt && <span>{t("edited")}</span>}
      </p>
      {line.earlier?.map(({ content, at }) => (
        <p key={at} dir="auto" className="whitespace-pre-line text-text-2 line-through [overflow-wrap:anywhere]">
          <span className="sr-only">{t("earlier")} </span>
          {content}
        </p>
      ))}
      <p dir="auto" className={clsx("whitespace-pre-line [overflow-wrap:anywhere]", line.content === "" && "text-text-2 italic")}>
        {line.content || (line.attachments?.length ? "" : t(line.deletedAt ? "deleted" : "noText"))}
      </p>
      {line.attachments && <EvidenceFiles files={line.attachments} />}
      {line.notices.length > 0 && <p className="text-[13px] text-warn">{t("warned", { rules: line.notices.join(", ") })}</p>}
    </li>
  );
};

/** What was written around it, as it stood when it was reported. */
export const EvidenceList = ({ lines, reportedMessageId, reportedId }: EvidenceProps) => {
  const t = useTranslations("moderation.case");
  if (lines.length === 0) return <p className="text-text-2">{t("noEvidence")}</p>;
  return (
    <ol aria-label={t("evidence")} className="grid gap-2">
      {lines.map((line) => (
        <Line
          key={line.seq}
          line={line}
          isReported={line.messageId === reportedMessageId}
          isTheirs={line.senderId === reportedId}
        />
      ))}
    </ol>
  );
};
