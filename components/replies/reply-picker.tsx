"use client";

import { MessageSquareQuote } from "lucide-react";
import Link from "next/link";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { useTranslations } from "use-intl";
import { useConversationName } from "#components/inbox/conversation-name.ts";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fillReply } from "#lib/client/fill-reply.ts";
import { useRepliesFor } from "#lib/client/use-saved-replies.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { ReplyVariable } from "#lib/contract/reply-rules.ts";
import type { SavedReply } from "#lib/contract/saved-replies.ts";

export type ReplyPickerProps = {
  conversation: ConversationSummary;
  /** Where the focus goes when a reply was chosen. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** With the reply, filled in. */
  onPick: (text: string) => void;
  onClose: () => void;
};

const PAGE = "/settings/replies";

const matches = ({ title, text }: SavedReply, query: string): boolean =>
  `${title}\n${text}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());

/** Moves the focus along the search field and the replies below it. */
const step = (event: KeyboardEvent<HTMLElement>): void => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, li > button")];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  stops[at + by]?.focus();
  event.preventDefault();
};

type ChoiceProps = { replies: SavedReply[]; values: Partial<Record<ReplyVariable, string>>; onPick: ReplyPickerProps["onPick"] };

const Choice = ({ replies, values, onPick }: ChoiceProps) => {
  const t = useTranslations("replies.picker");
  const [query, setQuery] = useState("");
  const found = replies
    .filter((reply) => matches(reply, query))
    .map((reply) => ({ reply, filled: fillReply(reply.text, values) }));
  // A finger would rather see the replies than the keyboard over them.
  const [hasPointer] = useState(() => window.matchMedia("(pointer: fine)").matches);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between controls that are reached by Tab as well
    <div className="grid gap-3" onKeyDown={step}>
      <TextField
        type="search"
        label={t("search")}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (found[0]) onPick(found[0].filled);
        }}
        autoComplete="off"
        autoFocus={hasPointer}
      />
      <p role="status" className="sr-only">
        {t("found", { count: found.length })}
      </p>
      {found.length === 0 && <p className="text-text-2">{t("nothing", { query })}</p>}
      <ul aria-label={t("list")} className="-mx-2 grid max-h-[45dvh] overflow-y-auto empty:hidden">
        {found.map(({ reply, filled }) => (
          <li key={reply.id}>
            <button
              type="button"
              onClick={() => onPick(filled)}
              className="grid w-full gap-0.5 rounded-card px-2 py-2 text-left hover:bg-surface-2"
            >
              <b dir="auto" className="truncate font-semibold">
                {reply.title}
              </b>
              <span dir="auto" className="line-clamp-2 text-[13.5px] text-text-2">
                {filled}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Link href={PAGE} className={buttonClass({ variant: "quiet", size: "s" })}>
        {t("manage")}
      </Link>
    </div>
  );
};

const NoReplies = () => {
  const t = useTranslations("replies");
  return (
    <EmptyState
      icon={<MessageSquareQuote className="size-7" />}
      heading="p"
      title={t("emptyTitle")}
      body={t("emptyBody")}
      action={
        <Link href={PAGE} className={buttonClass()}>
          {t("picker.create")}
        </Link>
      }
      className="py-4"
    />
  );
};

const Waiting = ({ hasFailed, onRetry }: { hasFailed: boolean; onRetry: () => void }) => {
  const t = useTranslations("replies.picker");
  return (
    <>
      <div role="alert">
        {hasFailed && (
          <Notice tone="danger">
            <span className="grid justify-items-start gap-2">
              {t("failed")}
              <Button variant="secondary" size="s" onClick={onRetry}>
                {t("retry")}
              </Button>
            </span>
          </Notice>
        )}
      </div>
      {!hasFailed && (
        <div aria-busy="true" className="grid gap-3">
          <span role="status" className="sr-only">
            {t("loading")}
          </span>
          <Skeleton className="h-11 rounded-card" />
          <Skeleton className="h-24 rounded-card" />
        </div>
      )}
    </>
  );
};

/** The landlord's saved replies, filled in as far as the conversation knows how. */
export const ReplyPicker = ({ conversation, field, onPick, onClose }: ReplyPickerProps) => {
  const t = useTranslations("replies.picker");
  const { other } = useConversationName(conversation);
  const { items, values, hasFailed, retry } = useRepliesFor(conversation, other?.name);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} returnTo={field}>
      {!items && <Waiting hasFailed={hasFailed} onRetry={retry} />}
      {items && (items.length === 0 ? <NoReplies /> : <Choice replies={items} values={values} onPick={onPick} />)}
    </Dialog>
  );
};
