"use client";

import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { LocalTime } from "#components/inbox/local-time.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useFormat } from "#lib/client/use-format.ts";
import { useHeldQueue } from "#lib/client/use-held-desk.ts";
import type { HeldSender, HeldQueue as Queue } from "#lib/contract/held.ts";

/** How much of somebody waits, and whether the account is suspected, as pills. */
export const HeldPills = ({ sender: { waiting, suspectedAt } }: { sender: HeldSender }) => {
  const t = useTranslations("moderation.held");
  return (
    <>
      <span className="inline-flex items-center rounded-full bg-warn-soft px-2 py-0.5 font-semibold text-warn text-xs">
        {t("waiting", { count: waiting })}
      </span>
      {suspectedAt && (
        <span className="rounded-full bg-danger-soft px-2 py-0.5 font-semibold text-danger text-xs">{t("suspected")}</span>
      )}
    </>
  );
};

const SenderRow = ({ sender }: { sender: HeldSender }) => {
  const t = useTranslations("moderation.held");
  const { full } = useFormat();
  const { person, since, suspectedAt, rules } = sender;
  const oldest = since ?? suspectedAt;
  return (
    <li>
      <Link
        href={`/admin/held/${person.id}`}
        prefetch={false}
        className="grid gap-1 rounded-card border p-3.5 hover:bg-surface-2"
      >
        <span className="flex flex-wrap items-center gap-2">
          <span dir="auto" className="min-w-0 font-semibold [overflow-wrap:anywhere]">
            {person.name}
          </span>
          <HeldPills sender={sender} />
        </span>
        {rules.length > 0 && <span className="text-[13px] text-text-2">{rules.join(", ")}</span>}
        {oldest && <LocalTime iso={oldest} text={t("since", { when: full(oldest) })} className="text-[13px] text-text-2" />}
      </Link>
    </li>
  );
};

/** Of whom messages wait, whoever waits the longest first. */
export const HeldQueue = ({ initial }: { initial: Queue }) => {
  const t = useTranslations("moderation.held");
  const { items, isStale } = useHeldQueue(initial);
  return (
    <SettingsSection title={t("listTitle")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {items.length === 0 && (
          <EmptyState
            icon={<ShieldCheck className="size-7" />}
            heading="h3"
            title={t("emptyTitle")}
            body={t("emptyBody")}
            className="py-4"
          />
        )}
        <ul aria-label={t("listTitle")} className="grid gap-3 empty:hidden">
          {items.map((sender) => (
            <SenderRow key={sender.person.id} sender={sender} />
          ))}
        </ul>
        <FormAlert>{isStale && t("stale")}</FormAlert>
      </div>
    </SettingsSection>
  );
};
