import type { ErrorCode } from "#lib/contract/errors.ts";
import { errorCodes } from "#lib/contract/errors.ts";
import type { SendReceipt } from "#lib/contract/messages.ts";
import type { History } from "../history/history.ts";
import { hashOf } from "./canary.ts";
import type { Item } from "./outbox.ts";

export type Reply = { ok: true; data: SendReceipt } | { ok: false; error: { code: ErrorCode } };
type Via = "socket" | "http";
type Who = { user: string; device: string };
/** Hands the message over. Resolves to nothing when no answer came. */
export type Carrier = (item: Item, msgId: string) => Promise<Reply | undefined>;

const isRefused = (reply: Reply | undefined): boolean =>
  reply !== undefined && !reply.ok && !errorCodes[reply.error.code].retryable && reply.error.code !== "unauthenticated";

/** Tries to send, and writes down how it began and how it ended. */
export const createTries =
  (history: History, who: Who) =>
  async (item: Item, via: Via, carry: Carrier, msgId = item.msgId) => {
    const op = history.nextOp();
    const { conv, n } = item;
    const hash = hashOf(item.text);
    history.write({ f: "send", type: "invoke", op, ...who, conv, msgId, hash, item: item.item, outbox: who.device, n, via });
    const reply = await carry(item, msgId);
    if (!reply) history.write({ f: "send", type: "info", op, why: "no answer" });
    else if (reply.ok) history.write({ f: "send", type: "ok", op, seq: reply.data.seq, duplicate: reply.data.duplicate });
    else history.write({ f: "send", type: "fail", op, code: reply.error.code });
    return { reply, isOver: reply?.ok === true || isRefused(reply) };
  };
