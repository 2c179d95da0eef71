import { setTimeout as delay } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import { v7 } from "uuid";
import type { ConnectAnswer, Seat } from "./requests.ts";

/** A seat and the socket in it. */
export type Seated = { socket: Socket; seat: Seat; deviceId: string };

/** How long somebody waits for the greeting, and before the next try when no time is told. */
const GREETING_MS = 20_000;
const RETRY_MS = 1_000;

type Refusal = { data?: { retryAfterMs?: number } };

const tryOnce = (url: string, { auth }: Seat, deviceId: string) =>
  new Promise<Socket | { retryAfterMs: number }>((resolve) => {
    const socket = io(url, { auth: { ...auth, deviceId }, transports: ["websocket"], reconnection: false, forceNew: true });
    const leave = (retryAfterMs: number): void => {
      clearTimeout(timer);
      socket.disconnect();
      resolve({ retryAfterMs });
    };
    const timer = setTimeout(() => leave(RETRY_MS), GREETING_MS);
    socket.once("connect_error", (error: Error & Refusal) => leave(error.data?.retryAfterMs ?? RETRY_MS));
    socket.once("session:ready", () => {
      clearTimeout(timer);
      resolve(socket);
    });
  });

/** Connects until it is greeted. Resolves to the socket and how often it was told to come back. */
export const sitDown = async (url: string, seat: Seat, deviceId: string = v7()): Promise<Seated & { refusals: number }> => {
  for (let refusals = 0; ; refusals += 1) {
    const outcome = await tryOnce(url, seat, deviceId);
    if (!("retryAfterMs" in outcome)) return { socket: outcome, seat, deviceId, refusals };
    await delay(outcome.retryAfterMs);
  }
};

/** Seats everybody, `atOnce` at a time. */
export const seatAll = async (
  url: string,
  seats: Seat[],
  atOnce: number,
): Promise<{ seated: Seated[]; answer: ConnectAnswer }> => {
  const seated: Seated[] = [];
  let refusals = 0;
  const waiting = [...seats];
  const start = performance.now();
  const next = async (): Promise<void> => {
    for (let seat = waiting.pop(); seat; seat = waiting.pop()) {
      const { refusals: times, ...taken } = await sitDown(url, seat);
      seated.push(taken);
      refusals += times;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return { seated, answer: { connected: seated.length, seconds: (performance.now() - start) / 1_000, refusals } };
};
