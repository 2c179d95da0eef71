"use client";

import { useState } from "react";
import type { WireError } from "#lib/contract/errors.ts";
import type { Attachment, Message } from "#lib/contract/messages.ts";
import { asApiError, call } from "./api.ts";
import type { WaitingFile } from "./outbox-entry.ts";
import { useRealtime } from "./realtime-context.ts";

/** The server has all of it already. */
const waitingOf = ({ id, contentType: _, placeholder: __, ...file }: Attachment): WaitingFile => ({
  ...file,
  key: id,
  attachmentId: id,
});

/** Sends a message once more in another conversation, as one's own. Its files go there within the server, which takes a line. */
export const useForwarding = ({ content, attachments }: Message) => {
  const { outbox } = useRealtime();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<"full" | WireError | null>(null);
  const copy = async (conversationId: string): Promise<WaitingFile[]> => {
    if (attachments.length === 0) return [];
    const attachmentIds = attachments.map(({ id }) => id);
    const copies = await call("POST /api/attachments/copies", { body: { conversationId, attachmentIds } });
    return copies.attachments.map(waitingOf);
  };
  return {
    isBusy,
    trouble,
    /** Resolves to whether it waits to be sent now; `trouble` says why it does not. */
    forward: async (conversationId: string): Promise<boolean> => {
      setBusy(true);
      setTrouble(null);
      try {
        const added = outbox.add({ conversationId, content, files: await copy(conversationId) });
        if (!added) setTrouble("full");
        return added !== null;
      } catch (error) {
        setTrouble(asApiError(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
};
