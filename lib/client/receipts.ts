import type { Answer } from "#lib/contract/errors.ts";
import type { EventOutput } from "#lib/contract/events.ts";
import { backoffMs } from "./backoff.ts";

type ReceiptEvent = "message:ack" | "message:read";
type Mark = { conversationId: string; seq: number };

type Deps = {
  /** One try each to tell the server; never throw. */
  tellDelivered: (mark: Mark) => Promise<Answer<EventOutput<"message:ack">>>;
  tellRead: (mark: Mark) => Promise<Answer<EventOutput<"message:read">>>;
  onRead: (conversationId: string, receipt: EventOutput<"message:read">) => void;
  /** Marks that come within this time of each other go as one. */
  gatherMs?: number;
  random?: () => number;
};

type Kind = { wanted: Map<string, number>; told: Map<string, number> };
const emptyKind = (): Kind => ({ wanted: new Map(), told: new Map() });

/**
 * Tells the server how far this device holds and this person has read: the highest mark of each conversation only, one
 * request at a time, never a lower one than before, and none lost for a line that is away for a while.
 */
export const createReceipts = ({ tellDelivered, tellRead, onRead, gatherMs = 150, random = Math.random }: Deps) => {
  const kinds: Record<ReceiptEvent, Kind> = { "message:ack": emptyKind(), "message:read": emptyKind() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTelling = false;
  let attempt = 0;

  const nextOf = (event: ReceiptEvent): Mark | undefined => {
    const [entry] = kinds[event].wanted;
    return entry && { conversationId: entry[0], seq: entry[1] };
  };

  const schedule = (ms: number): void => {
    if (isTelling || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, ms);
  };

  const settled = (event: ReceiptEvent, { conversationId, seq }: Mark): void => {
    const { wanted, told } = kinds[event];
    told.set(conversationId, Math.max(seq, told.get(conversationId) ?? 0));
    if ((wanted.get(conversationId) ?? 0) <= seq) wanted.delete(conversationId);
  };

  /** One request; resolves to how long to wait before the next one, in milliseconds, or to nothing when it was taken or refused. */
  const tellOne = async (event: ReceiptEvent, mark: Mark): Promise<number | undefined> => {
    const answer = event === "message:read" ? await read(mark) : await tellDelivered(mark);
    if (answer.ok || !answer.error.retryable) {
      attempt = 0;
      settled(event, mark);
      return undefined;
    }
    attempt += 1;
    return answer.error.retryAfterMs ?? backoffMs(attempt, { random });
  };

  const read = async (mark: Mark): Promise<Answer<EventOutput<"message:read">>> => {
    const answer = await tellRead(mark);
    if (answer.ok) onRead(mark.conversationId, answer.data);
    return answer;
  };

  /** A read mark tells of delivery too, so reads go first and spare the acknowledgement. */
  const nextMark = (): [ReceiptEvent, Mark] | undefined => {
    const read = nextOf("message:read");
    if (read) return ["message:read", read];
    const ack = nextOf("message:ack");
    return ack && ["message:ack", ack];
  };

  const flush = async (): Promise<void> => {
    if (isTelling) return;
    isTelling = true;
    let wait: number | undefined;
    for (let next = nextMark(); next && wait === undefined; next = nextMark()) wait = await tellOne(...next);
    isTelling = false;
    if (wait !== undefined) schedule(wait);
  };

  const want = (event: ReceiptEvent, { conversationId, seq }: Mark, again = false): void => {
    const { wanted, told } = kinds[event];
    const known = Math.max(wanted.get(conversationId) ?? 0, again ? seq - 1 : (told.get(conversationId) ?? 0));
    if (seq <= known) return;
    wanted.set(conversationId, seq);
    schedule(gatherMs);
  };

  return {
    /** This device holds everything up to `seq`. */
    delivered: (conversationId: string, seq: number): void => want("message:ack", { conversationId, seq }),
    /** This person has read everything up to `seq`. `again` asks even if that was told before, for a count that stayed behind. */
    read: (conversationId: string, seq: number, again = false): void => {
      const { wanted } = kinds["message:ack"];
      if ((wanted.get(conversationId) ?? 0) <= seq) wanted.delete(conversationId);
      want("message:read", { conversationId, seq }, again);
    },
    /** The line is back: what waited for it goes now. */
    wake: (): void => {
      clearTimeout(timer);
      timer = undefined;
      attempt = 0;
      if (nextMark()) schedule(0);
    },
    stop: (): void => clearTimeout(timer),
  };
};
