import type net from "node:net";
import type { Fault } from "./fault-proxy.ts";

const TICK_MS = 50;

/** One way of one connection. What is under way keeps its order, whatever the fault: a TCP stream has no other. */
export const createFlow = (from: net.Socket, to: net.Socket, onCut: () => void) => {
  let fault: Fault = { kind: "pass" };
  let left = Number.POSITIVE_INFINITY;
  let isOver = false;
  const waiting: Buffer[] = [];
  /** When the last chunk that is under way arrives: none may overtake it. */
  let lastArrival = 0;
  let ticking: NodeJS.Timeout | undefined;

  const write = (chunk: Buffer): void => {
    if (!isOver && to.writable) to.write(chunk);
  };

  const late: Buffer[] = [];
  const writeLater = (chunk: Buffer, ms: number): void => {
    lastArrival = Math.max(lastArrival, performance.now() + ms);
    late.push(chunk);
    // Timers of nearly the same moment may change places; whichever comes first brings the oldest.
    setTimeout(() => {
      const oldest = late.shift();
      if (oldest) write(oldest);
    }, lastArrival - performance.now());
  };

  const releaseAll = (): void => {
    for (const chunk of waiting.splice(0)) write(chunk);
  };

  const drip = (bytes: number): void => {
    let allowance = Math.ceil(bytes);
    while (allowance > 0 && waiting[0]) {
      const chunk = waiting[0].subarray(0, allowance);
      waiting[0] = waiting[0].subarray(chunk.length);
      if (waiting[0].length === 0) waiting.shift();
      allowance -= chunk.length;
      write(chunk);
    }
  };

  const cut = (chunk: Buffer): void => {
    if (left <= 0) return;
    write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) setImmediate(onCut);
  };

  from.on("data", (chunk: Buffer) => {
    if (fault.kind === "blackhole") return;
    if (fault.kind === "hold" || fault.kind === "throttle" || waiting.length > 0) waiting.push(chunk);
    else if (fault.kind === "cut") cut(chunk);
    else if (fault.kind === "delay") writeLater(chunk, fault.ms + Math.random() * fault.jitterMs);
    else if (late.length > 0) writeLater(chunk, 0);
    else write(chunk);
  });
  from.on("end", () => {
    if (fault.kind === "pass" && to.writable) to.end();
  });

  return {
    set: (next: Fault): void => {
      fault = next;
      clearInterval(ticking);
      if (next.kind === "cut") left = next.afterBytes;
      if (next.kind === "throttle") ticking = setInterval(() => drip((next.bytesPerSecond * TICK_MS) / 1000), TICK_MS);
      if (next.kind !== "pass") return;
      releaseAll();
      if (from.destroyed) to.end();
    },
    close: (): void => {
      isOver = true;
      clearInterval(ticking);
    },
  };
};
export type Flow = ReturnType<typeof createFlow>;
