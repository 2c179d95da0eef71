"use client";

import { useTranslations } from "use-intl";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import type { AuditRecord } from "#lib/contract/audit.ts";

/** What an entry was about, in words: by its name where it has one. */
const useSubject = ({ type, name }: AuditRecord["subject"]): string => {
  const t = useTranslations("audit");
  if (name !== null && (type === "user" || type === "alert")) return t(`named.${type}`, { name });
  return t(`unnamed.${type}`);
};

const worded = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** What else an entry says, as it was put down: whoever reads it compares it with what they have. */
const Particulars = ({ subject, details, hash }: AuditRecord) => {
  const t = useTranslations("audit");
  const parts = [
    ...Object.entries(details).map(([name, value]) => [name, worded(value)] as const),
    [t("subjectId"), subject.id] as const,
    [t("hash"), hash.slice(0, 16)] as const,
  ];
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-[13px] text-text-2">
      {parts.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-1.5">
          <dt>{name}</dt>
          <dd className="min-w-0 font-mono text-[12.5px] text-text [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** One act of an admin. */
export const AuditRow = ({ record }: { record: AuditRecord }) => {
  const t = useTranslations("audit");
  const { full } = useFormat();
  const { seq, at, actor, action } = record;
  const subject = useSubject(record.subject);
  return (
    <li className="grid gap-1.5 rounded-card border p-3.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <h3 dir="auto" className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {t(`did.${action}`, { actor: actor?.name ?? t("system"), subject })}
        </h3>
        <p className="text-[13px] text-text-2">
          {t("number", { seq: String(seq) })} · <LocalTime iso={at} text={full(at)} />
        </p>
      </div>
      <Particulars {...record} />
    </li>
  );
};
