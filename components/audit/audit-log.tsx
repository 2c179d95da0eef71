"use client";

import { ScrollText } from "lucide-react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { Button } from "#components/ui/button.tsx";
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
        {items.length === 0 && <NothingYet />}
        <ul aria-label={t("list")} className="grid gap-3 empty:hidden">
          {items.map((record) => (
            <AuditRow key={record.seq} record={record} />
          ))}
        </ul>
        <FormAlert>{isStale && t("stale")}</FormAlert>
        {more.exists && (
          <div className="grid justify-items-center gap-2">
            <Button variant="secondary" size="s" busy={more.busy} onClick={more.load}>
              {t("older")}
            </Button>
            <FormAlert>{more.failed && t("olderFailed")}</FormAlert>
          </div>
        )}
      </div>
    </SettingsSection>
  );
};
