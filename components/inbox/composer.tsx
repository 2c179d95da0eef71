"use client";

import clsx from "clsx";
import { Mic, SendHorizontal } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { type ComponentType, type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { EmojiButton } from "#components/emoji/emoji-button.tsx";
import type { ReplyButtonProps } from "#components/replies/reply-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Drafting } from "#lib/client/page-store.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useAttaching } from "#lib/client/use-attaching.ts";
import { useComposer } from "#lib/client/use-composer.ts";
import { useDrafting } from "#lib/client/use-drafting.ts";
import { useGrowingField } from "#lib/client/use-growing-field.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { AttachButton } from "./attach-button.tsx";
import { ComposerCount } from "./composer-count.tsx";
import type { ComposerFiles as Files } from "./composer-files.tsx";
import { ComposerNotice } from "./composer-notice.tsx";
import { useConversationName } from "./conversation-name.ts";
import type { MentionKeys, MentionList as Mentions } from "./mention-list.tsx";

const Draft = lazy(() => import("./draft.tsx").then((module) => ({ default: module.Draft })));
const ClosedComposer = lazy(() => import("./closed-composer.tsx").then((module) => ({ default: module.ClosedComposer })));

/** Those whom one can name come with the first @ in a group. */
const MentionList = lazy<typeof Mentions>(() =>
  import("./mention-list.tsx").then(
    (module) => ({ default: module.MentionList }),
    () => ({ default: () => <></> }),
  ),
);

const Proposal = lazy(() => import("./proposal.tsx").then((module) => ({ default: module.Proposal })));

/** What shows, takes and records files comes with the first of them. */
const ComposerFiles = lazy<typeof Files>(() =>
  import("./composer-files.tsx").then(
    (module) => ({ default: module.ComposerFiles }),
    () => ({ default: () => <></> }),
  ),
);

/** Only landlords have replies to choose from; where the button does not come, everything else goes on. */
const ReplyButton = lazy<ComponentType<ReplyButtonProps>>(() =>
  import("#components/replies/reply-button.tsx").then(
    (module) => ({ default: module.ReplyButton }),
    () => ({ default: () => null }),
  ),
);

type ComposerProps = { conversation: ConversationSummary; onSent: () => void };
/** `takesFocus`: one has just asked for the place to write, and the button for it is gone. */
type OpenProps = ComposerProps & { takesFocus: boolean; drafting: Drafting | null };

/** Enter sends; with Shift it breaks the line, and while an input method composes it chooses a word. */
const isSend = ({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean =>
  key === "Enter" && !shiftKey && !nativeEvent.isComposing;

const whyNot = ({ membership, blocked }: ConversationSummary): "notMember" | "blocked" | null => {
  if (membership === "left") return "notMember";
  return blocked === "by_me" ? "blocked" : null;
};

const Open = ({ conversation, onSent, takesFocus, drafting }: OpenProps) => {
  const t = useTranslations("inbox.composer");
  const { name } = useConversationName(conversation);
  const attaching = useAttaching(conversation.id);
  const composer = useComposer(conversation.id, drafting?.quote ?? null, attaching.hasFiles, onSent);
  const [isRecording, setRecording] = useState(false);
  const field = useGrowingField(composer.text);
  const mentionKeys = useRef<MentionKeys>(null);
  const countId = useId();
  const { role } = useRealtime().self;
  const isAsked = useSearchParams().has("about");
  useEffect(() => {
    if (takesFocus || drafting) field.current?.focus();
  }, [takesFocus, drafting, field]);
  const send = () => {
    composer.send();
    field.current?.focus();
    const [gap] = composer.gaps;
    if (!gap) return;
    const at = composer.text.indexOf(gap);
    field.current?.setSelectionRange(at, at + gap.length);
  };
  return (
    <form
      className="pb-safe shrink-0 border-t bg-surface"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {drafting && (
        <Suspense fallback={null}>
          <Draft drafting={drafting} />
        </Suspense>
      )}
      {isAsked && (
        <Suspense fallback={null}>
          <Proposal conversation={conversation} composer={composer} />
        </Suspense>
      )}
      <ComposerNotice isFull={composer.isFull} isLost={attaching.hasFailed} gaps={composer.gaps} />
      <ComposerCount id={countId} left={composer.left} />
      {(attaching.hasTiles || attaching.isDragged || isRecording) && (
        <Suspense fallback={null}>
          <ComposerFiles
            conversation={conversation}
            attaching={attaching}
            isRecording={isRecording}
            onRecorded={(isSent) => {
              setRecording(false);
              if (isSent) onSent();
              // It is hidden until this is drawn.
              setTimeout(() => field.current?.focus());
            }}
          />
        </Suspense>
      )}
      {conversation.kind === "group" && composer.text.includes("@") && (
        <Suspense fallback={null}>
          <MentionList
            conversation={conversation}
            field={field}
            text={composer.text}
            keys={mentionKeys}
            onWrite={composer.write}
          />
        </Suspense>
      )}
      <div className={clsx("items-end gap-1 px-2.5 pt-2 pb-2 md:px-5 md:pt-3 md:pb-3.5", isRecording ? "hidden" : "flex")}>
        <AttachButton onFiles={attaching.attach} />
        {role === "landlord" && (
          <Suspense fallback={<span className="size-11" />}>
            <ReplyButton conversation={conversation} field={field} composer={composer} />
          </Suspense>
        )}
        <div className="relative flex min-w-0 flex-1">
          <textarea
            ref={field}
            rows={1}
            dir="auto"
            value={composer.text}
            onChange={(event) => composer.write(event.target.value)}
            onBlur={composer.stopTyping}
            onPaste={(event) => {
              const { files, types } = event.clipboardData;
              // What was copied out of a document comes as a picture of it too: then its words are meant.
              if (files.length === 0 || types.includes("text/plain")) return;
              event.preventDefault();
              attaching.attach([...files]);
            }}
            onKeyDown={(event) => {
              if (mentionKeys.current?.(event)) return event.preventDefault();
              if (!isSend(event)) return;
              event.preventDefault();
              send();
            }}
            aria-label={t("label", { name })}
            aria-describedby={countId}
            placeholder={t("placeholder", { name })}
            enterKeyHint="send"
            className={clsx(
              "min-h-11 w-full resize-none rounded-[14px] border bg-bg py-[9px] pr-11 pl-3.5 text-base leading-6 outline-offset-0 placeholder:text-text-3 md:text-[15px]",
              composer.left !== null && composer.left < 0 ? "border-danger" : "border-line-control",
            )}
          />
          <EmojiButton field={field} onWrite={composer.write} />
        </div>
        {composer.text === "" && !attaching.hasFiles ? (
          <IconButton
            key="record"
            label={t("record")}
            icon={<Mic aria-hidden="true" className="size-5" />}
            onClick={() => setRecording(true)}
            className="size-11 rounded-xl"
          />
        ) : (
          <IconButton
            key="send"
            type="submit"
            variant="primary"
            label={t("send")}
            icon={<SendHorizontal aria-hidden="true" className="size-5" />}
            disabled={!composer.canSend}
            className="size-11 rounded-xl"
          />
        )}
      </div>
    </form>
  );
};

/** Where one writes; or why one cannot. */
export const Composer = (props: ComposerProps) => {
  const [asked, setAsked] = useState(false);
  const { conversation } = props;
  const reason = whyNot(conversation);
  const drafting = useDrafting(conversation.id);
  if (!reason && drafting?.kind === "edit")
    return (
      <Suspense fallback={null}>
        <Draft drafting={drafting} />
      </Suspense>
    );
  if (!reason) return <Open {...props} takesFocus={asked} drafting={drafting} />;
  return (
    <Suspense fallback={<div className="h-[76px] shrink-0 border-t bg-surface" />}>
      <ClosedComposer reason={reason} conversation={conversation} onUnblocked={() => setAsked(true)} />
    </Suspense>
  );
};
