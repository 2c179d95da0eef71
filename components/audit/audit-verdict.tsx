"use client";

import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { Button } from "#components/ui/button.tsx";
import { useAuditVerdict } from "#lib/client/use-audit-verdict.ts";
import type { AuditVerdict as Verdict } from "#lib/contract/audit.ts";

const Whole = ({ entries, anchored }: Verdict) => {
  const t = useTranslations("audit");
  const count = entries - anchored;
  return (
    <>
      {t("whole", { entries })} {count > 0 && t("loose", { entries, count })}
    </>
  );
};

/** Where admins ask whether the log is as it was written. */
export const AuditVerdict = () => {
  const t = useTranslations("audit");
  const { mutate, data, isPending, isError } = useAuditVerdict();
  const fault = data?.fault;
  return (
    <SettingsSection title={t("verify")} lead={t("verifyLead")}>
      <div className="grid justify-items-start gap-3">
        <Button variant="secondary" size="s" busy={isPending} onClick={() => mutate()}>
          {t("verify")}
        </Button>
        <p role="status" className="empty:hidden">
          {data && !fault && <Whole {...data} />}
        </p>
        <FormAlert>{isError ? t("verifyFailed") : fault && t(`fault.${fault.reason}`, { at: String(fault.at) })}</FormAlert>
      </div>
    </SettingsSection>
  );
};
