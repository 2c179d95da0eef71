"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { DeadJob } from "#lib/contract/jobs.ts";

type DropJobProps = { job: DeadJob | undefined; onClose: () => void; onConfirm: (job: DeadJob) => void };

/** Asks once more before a job goes for good. */
export const DropJobDialog = ({ job, onClose, onConfirm }: DropJobProps) => {
  const t = useTranslations("jobs");
  return (
    <Dialog
      open={job !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t("dropTitle", { name: job?.name ?? "" })}
      description={t("dropBody")}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="danger" onClick={() => job && onConfirm(job)}>
            {t("drop")}
          </Button>
        </>
      }
    />
  );
};
