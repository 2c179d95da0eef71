"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { PublishedAlert } from "#lib/contract/alerts.ts";

type EndAlertProps = { alert: PublishedAlert | undefined; onClose: () => void; onConfirm: (alert: PublishedAlert) => void };

/** Asks once more before an announcement goes from everybody's pages. */
export const EndAlertDialog = ({ alert, onClose, onConfirm }: EndAlertProps) => {
  const t = useTranslations("alerts");
  return (
    <Dialog
      open={alert !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t("endTitle", { title: alert?.title ?? "" })}
      description={t("endBody")}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="danger" onClick={() => alert && onConfirm(alert)}>
            {t("end")}
          </Button>
        </>
      }
    />
  );
};
