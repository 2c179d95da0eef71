"use client";

import { ScrollText } from "lucide-react";
import { useTranslations } from "use-intl";
import { DeskList } from "#components/admin/desk-list.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useAuditLog } from "#lib/client/use-audit-log.ts";
import type { AuditPage } from "#lib/contract/audit.ts";
import { AuditRow } from "./audit-row.tsx";

const NothingYet = () => {
  const t = useTranslations("audit");
  const icon = <ScrollText className="size-7" />;
  return <EmptyState icon={icon} heading="h3" title={t("emptyTitle")} body={t("emptyBody")} className="py-4" />;
};

/** What admins did, the newest first. */
export const AuditLog = ({ initial }: { initial: AuditPage }) => {
  const t = useTranslations("audit");
  const { items, isStale, more } = useAuditLog(initial);
  return (
    <SettingsSection title={t("listTitle")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <DeskList
          label={t("list")}
          isEmpty={items.length === 0}
          empty={<NothingYet />}
          problem={isStale && t("stale")}
          more={more}
          moreLabel={t("older")}
          moreFailed={t("olderFailed")}
        >
          {items.map((record) => (
            <AuditRow key={record.seq} record={record} />
          ))}
        </DeskList>
      </div>
    </SettingsSection>
  );
};
