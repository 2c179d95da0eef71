"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useSignOut } from "#lib/client/use-session-actions.ts";

type DialogProps = { userId: string; count: number; onClose: () => void };

/** Asks whoever would lose messages by signing out. */
export const SignOutDialog = ({ userId, count, onClose }: DialogProps) => {
  const t = useTranslations("shell");
  const { mutate, busy, isError } = useSignOut();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("signOutUnsent.title", { count })}
      description={t("signOutUnsent.body", { count })}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("signOutUnsent.stay")}
          </Button>
          <Button variant="danger" busy={busy} onClick={() => mutate(userId)}>
            {t("signOutUnsent.confirm")}
          </Button>
        </>
      }
    >
      <p role="alert" className="text-danger empty:hidden">
        {isError && t("signOutFailed")}
      </p>
    </Dialog>
  );
};
