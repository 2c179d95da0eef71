import { setTimeout as delay } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import { v7 } from "uuid";
import { backoffMs } from "#lib/client/backoff.ts";
import type { ConnectAnswer, Seat } from "./requests.ts";

type Client = { deviceId: string; cursors: Record<string, number> };

/** A seat, the socket in it, and what its client holds. */
export type Seated = { socket: Socket; seat: Seat; client: Client };

/** How long somebody waits for the greeting. */
const GREETING_MS = 20_000;

type Refusal = { data?: { retryAfterMs?: number } };
type Greeting = { changes?: { conversation: { id: string; rev: number } }[] };

/** As browsers do, which pack every frame where a server lets them; Node's own would leave small ones as they are. */
const perMessageDeflate = { threshold: 0 };

type OnSocket = (socket: Socket) => void;

const tryOnce = (url: string, { auth }: Seat, client: Client, onSocket?: OnSocket) =>
  new Promise<Socket | { retryAfterMs: number | undefined }>((resolve) => {
    const line = { transports: ["websocket"], reconnection: false, forceNew: true, perMessageDeflate };
    const socket = io(url, { auth: { ...auth, ...client }, ...line });
    onSocket?.(socket);
    const leave = (retryAfterMs?: number): void => {
      clearTimeout(timer);
      socket.disconnect();
      resolve({ retryAfterMs });
    };
    const timer = setTimeout(() => leave(), GREETING_MS);
    socket.once("connect_error", (error: Error & Refusal) => leave(error.data?.retryAfterMs));
    socket.once("disconnect", () => leave());
    socket.once("session:ready", ({ changes = [] }: Greeting) => {
      clearTimeout(timer);
      for (const { conversation } of changes) client.cursors[conversation.id] = conversation.rev;
      resolve(socket);
    });
  });

/**
 * Connects until it is greeted, with what the client holds, and waits between tries as the product's client does. Resolves to the socket and
 * how often it was told to come back.
 */
export const sitDown = async (
  url: string,
  seat: Seat,
  client: Client = { deviceId: v7(), cursors: {} },
  onSocket?: OnSocket,
): Promise<Seated & { refusals: number }> => {
  for (let refusals = 0; ; refusals += 1) {
    const outcome = await tryOnce(url, seat, client, onSocket);
    if (!("retryAfterMs" in outcome)) return { socket: outcome, seat, client, refusals };
    await delay(outcome.retryAfterMs ?? backoffMs(refusals + 1));
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
