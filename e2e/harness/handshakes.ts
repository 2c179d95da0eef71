import { io } from "socket.io-client";
import { v7 } from "uuid";
import type { WireError } from "#lib/contract/errors.ts";

export type Attempt = {
  auth?: object;
  headers?: Record<string, string>;
  transport?: "websocket" | "polling";
};

/** What became of a handshake: let in, refused with an error of ours, or no connection at all. */
export type Outcome = "ready" | "refused" | WireError;

/** Tries to connect once, and leaves again. */
export const attempt = (baseUrl: string, { auth = {}, headers = {}, transport = "websocket" }: Attempt): Promise<Outcome> => {
  const socket = io(baseUrl, {
    auth: { deviceId: v7(), ...auth },
    extraHeaders: headers,
    transports: [transport],
    reconnection: false,
    forceNew: true,
  });
  return new Promise<Outcome>((resolve) => {
    socket.once("session:ready", () => resolve("ready"));
    socket.once("connect_error", (error) => resolve("data" in error ? (error.data as WireError) : "refused"));
  }).finally(() => socket.disconnect());
};
