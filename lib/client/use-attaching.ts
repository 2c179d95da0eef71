"use client";

import { useEffect, useState } from "react";
import { usePage, useRealtime } from "./realtime-context.ts";
import { standsAt } from "./upload.ts";

/** What is attached to the next message of a conversation, by whichever way files come into the page. */
export const useAttaching = (conversationId: string) => {
  const { uploads } = useRealtime();
  const [hasFailed, setFailed] = useState(false);
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const see = ({ dataTransfer }: DragEvent): void => {
      if (dataTransfer?.types.includes("Files")) setDragged(true);
    };
    window.addEventListener("dragenter", see);
    return () => window.removeEventListener("dragenter", see);
  }, []);
  return {
    /** Something is there to be sent. */
    hasFiles: usePage((state) => state.uploads.some(standsAt(conversationId))),
    /** Something is there to be shown: what was refused too. */
    hasTiles: usePage((state) => state.uploads.some((one) => one.conversationId === conversationId && one.messageId === null)),
    /** What takes files could not be had without a network. */
    hasFailed,
    /** Files are held over the page. */
    isDragged,
    endDrag: (): void => setDragged(false),
    attach: (files: readonly File[]): void => {
      setFailed(false);
      uploads().then(
        ({ choose }) => choose(conversationId, files),
        () => setFailed(true),
      );
    },
  };
};
export type Attaching = ReturnType<typeof useAttaching>;
