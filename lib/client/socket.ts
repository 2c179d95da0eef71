import { type Socket as ClientSocket, io } from "socket.io-client";
import { type Answer, type ErrorCode, errorCodes, type WireError } from "#lib/contract/errors.ts";
import type { ClientEventName, EventOutput, EventRequest, ServerEventMessage } from "#lib/contract/events.ts";
import type { Cursors } from "#lib/contract/session.ts";
import { backoffMs } from "./backoff.ts";
import { type Goodbye, goodbyeOf, suspendedUntil } from "./goodbye.ts";

/**
 * `connecting`: for the first time. `reconnecting`: there was no line, or it was lost. `offline`: the browser says that there is no network.
 * `signed-out`: the session has ended, nothing is tried any more.
 */
export type ConnectionState = "connecting" | "online" | "reconnecting" | "offline" | "signed-out";

type Deps = {
  deviceId: () => string;
  /** Fresh at every connect: the revision that is held of each conversation. */
  cursors: () => Cursors;
  /** `asked` are the cursors that a `session:ready` answers. */
  onNews: (news: ServerEventMessage, asked: Cursors) => void;
  onState: (state: ConnectionState) => void;
  /** Told once, before the state becomes `signed-out`. */
  onGoodbye: (goodbye: Goodbye) => void;
};

const ANSWER_MS = 10_000;
const PROBE_MS = 4_000;

const failure = (code: ErrorCode): { ok: false; error: WireError } => ({
  ok: false,
  error: { code, message: code, retryable: errorCodes[code].retryable },
});

type Refusal = { code?: unknown; retryAfterMs?: unknown; details?: unknown };
/** What the server said when it refused the handshake; empty when it could not be reached. */
const refusalOf = (error: Error): Refusal =>
  "data" in error && typeof error.data === "object" && error.data !== null ? error.data : {};

/**
 * The one connection of a tab. It never gives up: after a loss it comes back with a spread, growing delay, and at once when
 * the browser says that the network is back or the tab is shown.
 */
export const createSocket = ({ deviceId, cursors, onNews, onState, onGoodbye }: Deps) => {
  let asked: Cursors = {};
  let state: ConnectionState = "connecting";
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** Over how long the crowd of a server that stops is to spread. */
  let spreadMs = 0;

  /** Made at the start: on the server, which renders the page too, there is nothing to connect to. */
  let socket: ClientSocket | undefined;

  const become = (next: ConnectionState): void => {
    if (next === state) return;
    state = next;
    onState(next);
  };
  const lost = (): ConnectionState => (navigator.onLine ? "reconnecting" : "offline");

  const connect = (): void => {
    clearTimeout(retry);
    retry = undefined;
    if (state !== "signed-out" && socket?.active === false) socket.connect();
  };

  const connectLater = (afterMs?: number): void => {
    clearTimeout(retry);
    retry = setTimeout(connect, afterMs ?? backoffMs(attempt));
    attempt += 1;
  };

  const signOut = (goodbye: Goodbye): void => {
    clearTimeout(retry);
    if (state !== "signed-out") onGoodbye(goodbye);
    become("signed-out");
    socket?.disconnect();
  };

  const onRefused = (error: Error): void => {
    const { code, retryAfterMs, details } = refusalOf(error);
    // The server takes one handshake on each line: the next try needs a new one.
    socket?.disconnect();
    if (code === "unauthenticated" || code === "suspended") {
      signOut(code === "suspended" ? suspendedUntil(details) : { why: "ended" });
      return;
    }
    become(lost());
    connectLater(typeof retryAfterMs === "number" ? retryAfterMs : undefined);
  };

  const onLost = (): void => {
    if (state === "signed-out") return;
    // Frees the socket for the next connect: by itself it would wait for the library's own reconnection.
    socket?.disconnect();
    become(lost());
    connectLater(spreadMs > 0 ? Math.round(spreadMs * Math.random()) : undefined);
    spreadMs = 0;
  };

  const goodbyeIn = (news: ServerEventMessage): Goodbye | undefined => {
    if (news.event === "moderation:banned") return suspendedUntil(news.payload);
    return news.event === "session:revoked" ? goodbyeOf(news.payload.reason) : undefined;
  };

  const listen = (event: string, payload: unknown): void => {
    // The server checks what it sends against the same schemas; doing it again here would cost the page all of zod. What a
    // newer one says beyond them is passed over by whoever hears it.
    const news = { event, payload } as ServerEventMessage;
    onNews(news, asked);
    if (news.event === "session:ready") {
      attempt = 0;
      become("online");
    }
    if (news.event === "server:draining") spreadMs = news.payload.spreadMs;
    const goodbye = goodbyeIn(news);
    if (goodbye) signOut(goodbye);
  };

  /** Asks the server; what gets no answer in time is `unavailable` and may be asked again. */
  const request = async <Name extends ClientEventName>(
    event: Name,
    input: EventRequest<Name>,
    timeoutMs = ANSWER_MS,
  ): Promise<Answer<EventOutput<Name>>> => {
    if (!socket?.connected) return failure("unavailable");
    try {
      return (await socket.timeout(timeoutMs).emitWithAck(event, input)) as Answer<EventOutput<Name>>;
    } catch {
      // The library rejects for one reason: no answer in time, or none before the line was lost.
      return failure("unavailable");
    }
  };

  /** A line that looks alive may be dead since the machine slept or changed networks. */
  const probe = async (): Promise<void> => {
    const answer = await request("socket:ping", {}, PROBE_MS);
    const isAlive = answer.ok || answer.error.code !== "unavailable";
    if (isAlive && socket?.connected) {
      become("online");
      return;
    }
    socket?.disconnect();
    connect();
  };

  const onBack = (): void => {
    attempt = 0;
    if (socket?.connected) void probe();
    else connect();
  };
  const onShown = (): void => {
    if (document.visibilityState === "visible") onBack();
  };
  const onOffline = (): void => {
    if (state === "signed-out") return;
    become("offline");
    if (socket?.connected) void probe();
  };

  const create = (): ClientSocket => {
    const made = io({
      path: "/socket.io",
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      autoConnect: false,
      timeout: ANSWER_MS,
      // The waiting is ours: the library cannot be told to try at once while it waits.
      reconnection: false,
      auth: (hand) => {
        asked = cursors();
        hand({ deviceId: deviceId(), cursors: asked });
      },
    });
    return made.on("connect_error", onRefused).on("disconnect", onLost).onAny(listen);
  };

  return {
    request,
    start: (): void => {
      socket ??= create();
      window.addEventListener("online", onBack);
      window.addEventListener("offline", onOffline);
      document.addEventListener("visibilitychange", onShown);
      connect();
    },
    stop: (): void => {
      window.removeEventListener("online", onBack);
      window.removeEventListener("offline", onOffline);
      document.removeEventListener("visibilitychange", onShown);
      clearTimeout(retry);
      socket?.removeAllListeners().offAny().disconnect();
    },
  };
};
export type Socket = ReturnType<typeof createSocket>;
