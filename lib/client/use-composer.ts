"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { pageLimits } from "#lib/contract/page-limits.ts";
import { countCodePoints } from "./code-points.ts";
import { readDraft, writeDraft } from "./drafts.ts";
import type { Quote } from "./outbox-entry.ts";
import { usePage, useRealtime } from "./realtime-context.ts";
import { gapsIn } from "./reply-gaps.ts";
import { createTypingSignal } from "./typing-signal.ts";
import { fileOf, standsAt } from "./upload.ts";

/** From here on the person is told how much room is left. */
const TELL_FROM = pageLimits.contentCharacters - 400;

/** What is being written in a conversation: kept over reloads, told to the others as typing, sent through the outbox. */
export const useComposer = (conversationId: string, replyTo: Quote | null, hasFiles: boolean, onSent: () => void) => {
  const { outbox, page, request, self } = useRealtime();
  const [text, setText] = useState("");
  const [isTouched, setIsTouched] = useState(false);
  const [isFull, setIsFull] = useState(false);
  const returned = usePage((state) => state.returned);

  const signal = useMemo(
    () =>
      createTypingSignal({
        start: () => void request("typing:start", { conversationId }),
        stop: () => void request("typing:stop", { conversationId }),
      }),
    [conversationId, request],
  );
  useEffect(() => () => signal.ended(), [signal]);
  useEffect(() => setText(readDraft(self.userId, conversationId)), [self.userId, conversationId]);

  const keep = useCallback(
    (next: string) => {
      setText(next);
      writeDraft(self.userId, conversationId, next);
    },
    [self.userId, conversationId],
  );

  useEffect(() => {
    if (returned?.conversationId !== conversationId) return;
    page.setState({ returned: null });
    setIsTouched(true);
    keep(text.trim() === "" ? returned.text : `${returned.text}\n${text}`);
  }, [returned, page, conversationId, keep, text]);

  /** The draft stays until the message is safe, so that a crash in between loses neither. */
  const forget = (sent: string): void => {
    if (readDraft(self.userId, conversationId) === sent) writeDraft(self.userId, conversationId, "");
  };

  const content = text.trim();
  const length = countCodePoints(content);
  const left = pageLimits.contentCharacters - length;
  const canSend = (content !== "" || hasFiles) && left >= 0;
  const gaps = self.role === "landlord" ? gapsIn(content) : [];

  return {
    text,
    canSend,
    /** What a saved reply has left open: as long as it stands there, nothing is sent. */
    gaps,
    /** Too much waits already for what was to be sent. */
    isFull,
    /** Something was written or sent since it appeared. */
    isTouched,
    /** Characters left, when it is time to tell; negative when there are too many. */
    left: length > TELL_FROM ? left : null,
    write: (next: string): void => {
      setIsTouched(true);
      setIsFull(false);
      keep(next);
      if (next.trim() === "") signal.ended();
      else signal.typed();
    },
    /** A proposal to start from, where nothing was written yet. It is no draft until somebody changes it. */
    propose: useCallback(
      (proposal: string) => {
        if (readDraft(self.userId, conversationId) !== "") return;
        setText((current) => (current === "" ? proposal : current));
      },
      [self.userId, conversationId],
    ),
    stopTyping: signal.ended,
    send: (): void => {
      if (!canSend || gaps[0]) return;
      setIsTouched(true);
      const files = page.getState().uploads.filter(standsAt(conversationId));
      const added = outbox.add({ conversationId, content, replyTo, files: files.map(fileOf) });
      setIsFull(added === null);
      if (!added) return;
      setText("");
      page.setState({ drafting: null });
      void added.kept.then(() => forget(text));
      signal.ended();
      onSent();
    },
  };
};
export type Composing = ReturnType<typeof useComposer>;
