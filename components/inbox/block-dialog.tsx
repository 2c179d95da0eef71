"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useChange } from "#lib/client/use-conversation.ts";
import { useSafety } from "#lib/client/use-safety.ts";
import type { Participant } from "#lib/contract/conversations.ts";

type BlockDialogProps = { conversationId: string; other: Participant; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks once more before somebody is blocked, and says what it means. */
export const BlockDialog = ({ conversationId, other, open, onOpenChange }: BlockDialogProps) => {
  const t = useTranslations("safety.ask");
  const { block } = useSafety();
  const { mutate, isPending, isError } = useChange();
  const { name, userId } = other;
  const confirm = () => mutate(() => block(conversationId, userId), { onSuccess: () => onOpenChange(false) });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { name })}
      description={t("body")}
      actions={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
          <Button variant="danger" busy={isPending} onClick={confirm}>
            {t("block")}
          </Button>
        </>
      }
    >
      <p className="text-text-2">{t("more", { name })}</p>
      <p role="alert" className="text-danger empty:hidden">
        {isError && t("failed")}
      </p>
    </Dialog>
  );
};
