"use client";

import { asApiError, call } from "./api.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { useRealtime } from "./realtime-context.ts";
import { useInboxRoute } from "./use-inbox-route.ts";

/** A moderator has it, or had it: the server has to be told that its writer wants it no more. */
const isOnServer = ({ state, error }: OutboxEntry): boolean =>
  state === "held" || (error?.details as { refused?: boolean } | undefined)?.refused === true;

const takeBack = async ({ conversationId, messageId }: OutboxEntry): Promise<void> => {
  try {
    await call("DELETE /api/conversations/{id}/held/{messageId}", { params: { id: conversationId, messageId } });
  } catch (error) {
    // Taken back on another device, or known there no longer.
    if (asApiError(error).code !== "not_found") throw error;
  }
};

/** What one can do about a message that was refused or waits for a moderator. */
export const useFailedMessage = (messageId: string) => {
  const { outbox, page, uploads } = useRealtime();
  const { openId } = useInboxRoute();
  const leave = async (first?: (entry: OutboxEntry, isGiven: boolean) => void): Promise<OutboxEntry | undefined> => {
    const entry = outbox.entries().find((one) => one.messageId === messageId);
    const isGiven = entry !== undefined && isOnServer(entry);
    if (isGiven) await takeBack(entry);
    if (entry) first?.(entry, isGiven);
    return outbox.discard(messageId) ?? entry;
  };
  const hasFiles = (): boolean => outbox.entries().some((entry) => entry.messageId === messageId && entry.files.length > 0);
  return {
    conversationId: openId,
    retry: (): void => outbox.retry(messageId),
    /** Takes it back into the composer. Rejects where the server could not be told, and where another tab has its files. */
    edit: async (): Promise<void> => {
      const entry = await leave(hasFiles() ? (await uploads()).giveBack : undefined);
      if (entry?.content) page.setState({ returned: { conversationId: entry.conversationId, text: entry.content } });
    },
    /** Rejects where the server could not be told. */
    discard: async (): Promise<void> => void (await leave(hasFiles() ? (await uploads()).throwAway : undefined)),
  };
};
