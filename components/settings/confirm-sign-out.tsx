"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Session } from "#lib/contract/accounts.ts";
import { useDeviceName } from "./device-row.tsx";

type ConfirmSignOutProps = {
  open: boolean;
  /** What is to be signed out. It stays while the dialog fades, so that its words do. */
  asked: Session | "others";
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before a device is signed out: what it has not sent yet goes with it. */
export const ConfirmSignOut = ({ open, asked, onClose, onConfirm }: ConfirmSignOutProps) => {
  const t = useTranslations("settings.devices");
  const nameOf = useDeviceName();
  const isOthers = asked === "others";
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={isOthers ? t("confirmOthersTitle") : t("confirmTitle", { name: nameOf(asked) })}
      description={t(isOthers ? "confirmOthersBody" : "confirmBody")}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="danger" onClick={onConfirm}>
            {t(isOthers ? "signOutOthers" : "signOut")}
          </Button>
        </>
      }
    />
  );
};
