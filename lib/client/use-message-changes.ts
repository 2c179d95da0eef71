"use client";

import { useMemo } from "react";
import { createMessageChanges } from "./message-changes.ts";
import { useRealtime } from "./realtime-context.ts";

/** Changes of messages: shown here at once, sent when there is a line, and told to everybody else by the server. */
export const useMessageChanges = () => {
  const { outbox } = useRealtime();
  return useMemo(() => createMessageChanges(outbox), [outbox]);
};
