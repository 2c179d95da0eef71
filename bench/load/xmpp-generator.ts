import { setTimeout as delay } from "node:timers/promises";
import { createSender } from "./sender.ts";
import { serve } from "./serve.ts";
import { openXmppLine, type XmppLine } from "./xmpp.ts";

/** The process that makes the load of a server of XMPP. */

let seated: XmppLine[] = [];

/**
 * Nobody tells a sender that a message is stored unless both agree on more of the protocol: it counts as answered once the other one has it,
 * or once it comes back.
 */
const waiting = new Map<string, (ok: boolean) => void>();

const sender = createSender<XmppLine>({
  seated: () => seated,
  say: (line, message, onAnswer) => {
    waiting.set(message.id, onAnswer);
    line.say(message);
  },
});

const onMessage = (id: string, isRefused: boolean): void => {
  if (!isRefused) sender.heard(id);
  waiting.get(id)?.(!isRefused);
  waiting.delete(id);
};

serve({
  connect: async ({ url, seats, atOnce }) => {
    const start = performance.now();
    const left = [...seats];
    const next = async (): Promise<void> => {
      for (let seat = left.pop(); seat; seat = left.pop()) seated.push(await openXmppLine(url, seat, onMessage));
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    return { connected: seated.length, seconds: (performance.now() - start) / 1_000, refusals: 0 };
  },
  send: sender.send,
  one: sender.one,
  leave: async () => {
    for (const line of seated) line.end();
    seated = [];
    await delay(300);
    return {};
  },
});
