"use client";

import type { ReactNode, RefObject } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

type SureProps = {
  title: string;
  description: ReactNode;
  label: string;
  busy: boolean;
  problem: string | null;
  returnTo: RefObject<HTMLElement | null>;
  onSure: () => void;
  onClose: () => void;
};

/** Asks once more before somebody is out of a group. */
export const SureDialog = ({ title, description, label, busy, problem, returnTo, onSure, onClose }: SureProps) => {
  const t = useTranslations("groups");
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      returnTo={returnTo}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="danger" busy={busy} onClick={onSure}>
            {label}
          </Button>
        </>
      }
    >
      <p role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
    </Dialog>
  );
};
