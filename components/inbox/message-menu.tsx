"use client";

import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import { Copy, Forward, Info, Pencil, Reply, SmilePlus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { AnchoredMenu } from "#components/ui/anchored-menu.tsx";
import { MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { limits } from "#lib/contract/limits.ts";
import type { Message } from "#lib/contract/messages.ts";

const icon = "size-[18px]";

/** What people mean most of the time. */
const QUICK = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

export type MessageMenuProps = {
  message: Message;
  anchor: HTMLElement;
  /** Nothing new may be written here: one's own words can be taken back, and read. */
  isClosed: boolean;
  /** Nobody has it yet. */
  isUnsent: boolean;
  onReact: (emoji: string, op: "add" | "remove") => void;
  onMoreEmoji: () => void;
  onDraft: (kind: "reply" | "edit") => void;
  onCopy: () => void;
  onForward: () => void;
  onInfo: () => void;
  onDelete: () => void;
  onClose: () => void;
};

const emojiClass =
  "grid size-11 cursor-pointer place-items-center rounded-full text-xl outline-none data-highlighted:bg-surface-2 md:size-9";

const QuickReactions = ({ message, onReact, onMoreEmoji }: Pick<MessageMenuProps, "message" | "onReact" | "onMoreEmoji">) => {
  const t = useTranslations("inbox.messages");
  const more = useTranslations("emoji")("more");
  const { self } = useRealtime();
  return (
    <Base.Group aria-label={t("react")} className="flex justify-between gap-0.5">
      {QUICK.map((emoji) => {
        const isMine = message.reactions.some((one) => one.emoji === emoji && one.userIds.includes(self.userId));
        return (
          <Base.Item
            key={emoji}
            aria-label={t(isMine ? "unreactWith" : "reactWith", { emoji })}
            onClick={() => onReact(emoji, isMine ? "remove" : "add")}
            className={clsx(emojiClass, isMine && "bg-accent-soft")}
          >
            <span aria-hidden="true">{emoji}</span>
          </Base.Item>
        );
      })}
      <Base.Item aria-label={more} title={more} onClick={onMoreEmoji} className={clsx(emojiClass, "text-text-2")}>
        <SmilePlus aria-hidden="true" className="size-5" />
      </Base.Item>
    </Base.Group>
  );
};

/** What one can do with a message. */
export const MessageMenu = ({ message, anchor, isClosed, isUnsent, onClose, ...on }: MessageMenuProps) => {
  const t = useTranslations("inbox.messages");
  const { self } = useRealtime();
  const isFocusTaken = useRef(false);
  const draft = (kind: "reply" | "edit") => {
    isFocusTaken.current = true;
    on.onDraft(kind);
  };
  const isOwn = message.senderId === self.userId;
  const isYoung = Date.now() - Date.parse(message.createdAt) < limits.editMs;
  return (
    <AnchoredMenu anchor={anchor} label={t("actions")} isFocusTaken={() => isFocusTaken.current} onClose={onClose}>
      {!isClosed && (
        <>
          <QuickReactions
            message={message}
            onReact={on.onReact}
            onMoreEmoji={() => {
              isFocusTaken.current = true;
              on.onMoreEmoji();
            }}
          />
          <MenuSeparator />
          {!isUnsent && (
            <MenuItem icon={<Reply className={icon} />} onSelect={() => draft("reply")}>
              {t("reply")}
            </MenuItem>
          )}
        </>
      )}
      {message.content !== "" && (
        <MenuItem icon={<Copy className={icon} />} onSelect={on.onCopy}>
          {t("copy")}
        </MenuItem>
      )}
      {(message.attachments.length === 0 || !isUnsent) && (
        <MenuItem icon={<Forward className={icon} />} onSelect={on.onForward}>
          {t("forward")}
        </MenuItem>
      )}
      {isOwn && isYoung && !isClosed && (
        <MenuItem icon={<Pencil className={icon} />} onSelect={() => draft("edit")}>
          {t("edit")}
        </MenuItem>
      )}
      {!isUnsent && (
        <MenuItem icon={<Info className={icon} />} onSelect={on.onInfo}>
          {t("info")}
        </MenuItem>
      )}
      {isOwn && (
        <MenuItem danger icon={<Trash2 className={icon} />} onSelect={on.onDelete}>
          {t("delete")}
        </MenuItem>
      )}
    </AnchoredMenu>
  );
};
