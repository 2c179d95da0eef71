/** What waits to be sent: its name, its place in this outbox, and the id that it keeps at every try. */
export type Item = { conv: string; item: string; n: number; msgId: string; text: string };
export type Attempt = "settled" | "again";

type Options = {
  /** Tries once. */
  attempt: (item: Item) => Promise<Attempt>;
  /** How many at a time; more than one is the mistake of two tabs that share an outbox. */
  senders?: number;
};

const RETRY_MS = { least: 30, most: 250 };

/** Sends what each conversation is to get, one after the other, until each is settled. */
export const createOutbox = ({ attempt, senders = 1 }: Options) => {
  const queues = new Map<string, Item[]>();
  let waiting = 0;
  let isClosed = false;

  const settle = async (item: Item): Promise<void> => {
    // Two tabs are never at the same point.
    if (senders > 1) await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
    while (!isClosed && (await attempt(item)) === "again") {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS.least + Math.random() * (RETRY_MS.most - RETRY_MS.least)));
    }
    waiting -= 1;
  };

  const drain = async (queue: Item[]): Promise<void> => {
    for (let item = queue.shift(); item && !isClosed; item = queue.shift()) await settle(item);
  };

  const running = new Map<string, number>();
  const start = async (conv: string, queue: Item[]): Promise<void> => {
    const now = running.get(conv) ?? 0;
    if (now >= senders) return;
    running.set(conv, now + 1);
    await drain(queue);
    running.set(conv, (running.get(conv) ?? 1) - 1);
    if (queue.length > 0) await start(conv, queue);
  };

  return {
    add: (item: Item): void => {
      const queue = queues.get(item.conv) ?? [];
      queues.set(item.conv, queue);
      queue.push(item);
      waiting += 1;
      start(item.conv, queue).catch(() => undefined);
    },
    waiting: (): number => waiting,
    close: (): void => {
      isClosed = true;
    },
  };
};
