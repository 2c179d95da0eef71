"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import type { Role } from "#lib/contract/accounts.ts";

const roles = ["student", "landlord", "moderator", "admin"] as const satisfies readonly Role[];

type RoleFormProps = {
  name: string;
  role: Role;
  busy: boolean;
  error: Error | null;
  onSet: (role: Role, onDone: () => void) => void;
};

/** What somebody is here, and the way to make them something else. */
export const RoleForm = ({ name, role, busy, error, onSet }: RoleFormProps) => {
  const t = useTranslations("people.setRole");
  const roleWords = useTranslations("shell.account.role");
  const [wanted, setWanted] = useState<Role>(role);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="grid items-end gap-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <SelectField
        label={t("label")}
        value={wanted}
        options={roles.map((value) => ({ value, label: roleWords(value) }))}
        onChange={(value) => setWanted(roles.find((one) => one === value) ?? role)}
      />
      <Button disabled={wanted === role} onClick={() => setAsking(true)}>
        {t("set")}
      </Button>
      {isAsking && (
        <Dialog
          open
          onOpenChange={() => setAsking(false)}
          title={t("title", { name, role: roleWords(wanted) })}
          description={t("body", { name })}
          actions={
            <>
              <Button variant="secondary" onClick={() => setAsking(false)}>
                {t("cancel")}
              </Button>
              <Button busy={busy} onClick={() => onSet(wanted, () => setAsking(false))}>
                {t("confirm")}
              </Button>
            </>
          }
        >
          <FormAlert>{error && <FormErrorText key={error.message} error={error} />}</FormAlert>
        </Dialog>
      )}
    </div>
  );
};
