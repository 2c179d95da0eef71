import { setTimeout as delay } from "node:timers/promises";
import { backoffMs } from "#lib/client/backoff.ts";
import { createCrowd } from "./crowd.ts";
import { createSender } from "./sender.ts";
import { serve } from "./serve.ts";
import { type Seated, seatAll, sitDown } from "./sockets.ts";
import { createWeighing } from "./weighing.ts";

/** The process that makes the load: it is asked over IPC and answers there. */

let url = "";
let seated: Seated[] = [];

const sender = createSender<Seated>({
  seated: () => seated,
  say: ({ socket, seat }, { id: messageId, text: content }, onAnswer) =>
    socket.emit("message:send", { conversationId: seat.room, messageId, content }, ({ ok }: { ok: boolean }) => onAnswer(ok)),
});

const listen = ({ socket }: Seated): void => {
  socket.on("message:received", ({ messageId }: { messageId: string }) => sender.heard(messageId));
};

serve({
  connect: async (input) => {
    const { seated: taken, answer: result } = await seatAll(input.url, input.seats, input.atOnce);
    url = input.url;
    seated = taken;
    for (const one of taken) listen(one);
    return result;
  },

  send: sender.send,
  one: sender.one,

  storm: async ({ seconds }) => {
    const cut = seated;
    const start = performance.now();
    const times: number[] = [];
    let refusals = 0;
    // The lines end, and nobody has said goodbye.
    for (const { socket } of cut) socket.io.engine.close();
    seated = [];
    const comeBack = async ({ seat, client }: Seated): Promise<void> => {
      // As the product's client does.
      await delay(backoffMs(0));
      const { refusals: turnedAway, ...back } = await sitDown(url, seat, client);
      refusals += turnedAway;
      times.push((performance.now() - start) / 1_000);
      seated.push(back);
    };
    await Promise.race([Promise.all(cut.map(comeBack)), delay(seconds * 1_000)]);
    times.sort((one, other) => one - other);
    const share = (part: number): number => times[Math.ceil(cut.length * part) - 1] ?? seconds;
    return { share95: share(0.95), all: share(1), back: times.length, refusals };
  },

  ...createWeighing(),
  ...createCrowd(),

  leave: async () => {
    for (const { socket } of seated) socket.disconnect();
    seated = [];
    await delay(300);
    return {};
  },
});
