"use client";

import { MessageSquareQuote, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useSavedReplies } from "#lib/client/use-saved-replies.ts";
import type { SavedReplies, SavedReply } from "#lib/contract/saved-replies.ts";
import { ReplyForm } from "./reply-form.tsx";
import { ReplyRow } from "./reply-row.tsx";

type ConfirmProps = { reply: SavedReply | undefined; onClose: () => void; onConfirm: (reply: SavedReply) => void };

const ConfirmRemoval = ({ reply, onClose, onConfirm }: ConfirmProps) => {
  const t = useTranslations("replies");
  return (
    <Dialog
      open={reply !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t("confirmTitle", { title: reply?.title ?? "" })}
      description={t("confirmBody")}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button variant="danger" onClick={() => reply && onConfirm(reply)}>
            {t("remove")}
          </Button>
        </>
      }
    />
  );
};

const ReplyError = ({ error }: { error: Error }) => {
  const t = useTranslations("replies");
  const { code } = asApiError(error);
  if (code === "conflict") return t("tooMany");
  return code === "not_found" ? t("gone") : <FormErrorText key={error.message} error={error} />;
};

const NoReplies = () => {
  const t = useTranslations("replies");
  return (
    <EmptyState
      icon={<MessageSquareQuote className="size-7" />}
      heading="h3"
      title={t("emptyTitle")}
      body={t("emptyBody")}
      className="py-4"
    />
  );
};

/** A landlord's saved replies, one of them open for editing at a time. */
export const RepliesEditor = ({ initial }: { initial: SavedReplies }) => {
  const t = useTranslations("replies");
  const { items, error, save, remove } = useSavedReplies(initial);
  const [open, setOpen] = useState<string | null>(null);
  const [asked, setAsked] = useState<SavedReply>();
  const [told, setTold] = useState("");
  const box = useRef<HTMLDivElement>(null);

  /** What had the focus is gone: it stays near. */
  const close = (words: string): void => {
    setOpen(null);
    setTold(words);
    box.current?.focus();
  };
  const form = (reply?: SavedReply) => (
    <ReplyForm
      key={reply?.id ?? "new"}
      reply={reply}
      busy={save.isPending}
      onCancel={() => close("")}
      onSave={(written) =>
        save.mutate({ id: reply?.id, reply: written }, { onSuccess: ({ title }) => close(t("saved", { title })) })
      }
    />
  );
  const confirmed = ({ id, title }: SavedReply): void => {
    setAsked(undefined);
    remove.mutate(id, { onSuccess: () => close(t("removed", { title })) });
  };

  return (
    <div ref={box} tabIndex={-1} className="grid grid-cols-[minmax(0,1fr)] gap-4 outline-none">
      {items.length === 0 && open !== "new" && <NoReplies />}
      <ul aria-label={t("list")} className="grid gap-3 empty:hidden">
        {items.map((reply) => (
          <li key={reply.id}>
            {open === reply.id ? (
              form(reply)
            ) : (
              <ReplyRow
                reply={reply}
                busy={remove.isPending && remove.variables === reply.id}
                onEdit={() => setOpen(reply.id)}
                onRemove={() => setAsked(reply)}
              />
            )}
          </li>
        ))}
      </ul>
      {open === "new" && form()}
      <FormAlert>{error && <ReplyError error={error} />}</FormAlert>
      <div className="flex flex-wrap items-center gap-3">
        {open !== "new" && (
          <Button variant="secondary" onClick={() => setOpen("new")}>
            <Plus aria-hidden="true" className="size-4.5" />
            {t("add")}
          </Button>
        )}
        <span role="status" className="text-[14px] text-text-2">
          {told}
        </span>
      </div>
      <ConfirmRemoval reply={asked} onClose={() => setAsked(undefined)} onConfirm={confirmed} />
    </div>
  );
};
