import { io, type Socket } from "socket.io-client";
import type { Answer } from "#lib/contract/errors.ts";
import type { ClientEventName, EventOutput, EventRequest } from "#lib/contract/events.ts";
import type { Cursors, SessionReady } from "#lib/contract/session.ts";

const ANSWER_MS = 8_000;
const BACK_OFF_MS = { least: 60, most: 400 };

type Options = {
  url: () => string;
  /** The address of this machine that it comes from; absent: any. */
  localAddress?: string;
  deviceId: string;
  /** `not` is a token that was refused. */
  token: (not?: string) => Promise<string>;
  cursors: () => Cursors;
  /** Each connection has a number of its own in the whole history. */
  number: () => number;
  onUp: (connection: number, ready: SessionReady) => void;
  onDown: (connection: number, why: string) => void;
  onNews: (connection: number, event: string, payload: unknown) => void;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const backOff = () => pause(BACK_OFF_MS.least + Math.random() * (BACK_OFF_MS.most - BACK_OFF_MS.least));

/**
 * A connection that comes back by itself for ever, with the cursors of that moment. It asks for a new token when the old
 * one is refused, and not by the clock, which is not to be trusted.
 */
export const createLine = ({ url, localAddress, deviceId, token, cursors, number, onUp, onDown, onNews }: Options) => {
  let socket: Socket | undefined;
  let connection = 0;
  let isReady = false;
  let isClosed = false;
  let refused: string | undefined;

  const over = async (own: Socket, ownNumber: number, why: string): Promise<void> => {
    if (socket !== own) return;
    socket = undefined;
    own.disconnect();
    if (isReady) onDown(ownNumber, why);
    isReady = false;
    await comeBack();
  };

  const comeBack = async (): Promise<void> => {
    while (!isClosed && !socket) {
      await backOff();
      // No token can be had just now: later, then.
      if (!isClosed && !socket) await open().catch(() => undefined);
    }
  };

  const open = async (): Promise<void> => {
    const bearer = await token(refused);
    if (isClosed) return;
    const ownNumber = number();
    const auth = { token: bearer, deviceId, cursors: cursors() };
    // What Node knows beside what browsers do.
    const here: object = localAddress === undefined ? {} : { localAddress };
    const own = io(url(), { auth, transports: ["websocket"], reconnection: false, forceNew: true, timeout: ANSWER_MS, ...here });
    socket = own;
    connection = ownNumber;
    own.onAny((event: string, payload: unknown) => {
      if (event !== "session:ready") return onNews(ownNumber, event, payload);
      isReady = true;
      onUp(ownNumber, payload as SessionReady);
    });
    const end = (why: string): void => {
      over(own, ownNumber, why).catch(() => undefined);
    };
    own.once("disconnect", end);
    own.once("connect_error", (error) => {
      if ("data" in error && (error.data as { code?: string }).code === "unauthenticated") refused = bearer;
      end(error.message);
    });
  };

  return {
    /** Connects, and stays connected until it is closed. */
    connect: (): Promise<void> => {
      isClosed = false;
      return open();
    },
    isReady: (): boolean => isReady,
    connection: (): number => connection,
    /** Resolves to the answer, or to nothing when there is none in time. */
    ask: <Name extends ClientEventName>(
      event: Name,
      input: EventRequest<Name>,
    ): Promise<Answer<EventOutput<Name>> | undefined> => {
      const own = socket;
      if (!own) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const gone = () => resolve(undefined);
        own.once("disconnect", gone);
        own
          .timeout(ANSWER_MS)
          .emitWithAck(event, input)
          .then(resolve, gone)
          .finally(() => own.off("disconnect", gone));
      });
    },
    /** Loses the connection, as a person in a lift does; it comes back. */
    drops: (): void => {
      // One that is still opening says nothing of its end: the line would wait for it until its patience is over.
      const engine = socket?.io.engine;
      if (engine?.readyState === "open") engine.close();
    },
    close: (): void => {
      isClosed = true;
      socket?.disconnect();
    },
  };
};
