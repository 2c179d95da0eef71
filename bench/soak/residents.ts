import { io, type Socket } from "socket.io-client";
import { v7 } from "uuid";
import { type HttpAnswer, request } from "../../e2e/harness/person.ts";
import { idOf, PERSON } from "../data/ids.ts";
import { pairOf } from "../data/people.ts";
import { type Seated, sitDown } from "../load/sockets.ts";

const ANSWER_MS = 20_000;
type Transport = "websocket" | "polling";
type Token = (n: number) => Promise<string>;
type Answer = { ok: boolean; error?: { code: string }; data?: unknown };

/** A person as the load sees one: what they may do, each of them with the one device that stays. */
export type Resident = {
  n: number;
  id: string;
  /** Whom they talk with in `room`. */
  other: string;
  room: string;
  client: { deviceId: string; cursors: Record<string, number> };
  /** What they said last in there. */
  said: string[];
  token: () => Promise<string>;
  connects: () => Promise<void>;
  isHere: () => boolean;
  /** Resolves to the answer, whatever it is. */
  asks: (event: string, input: object) => Promise<Answer>;
  /** Resolves to the answer's data. @throws when it was refused */
  does: (event: string, input: object) => Promise<unknown>;
  http: <Body = Record<string, unknown>>(path: string, method?: string, body?: object) => Promise<HttpAnswer<Body>>;
  reads: (event: "message:read" | "message:ack") => Promise<void>;
  /** Says something that no answer comes to. */
  calls: (event: string) => Promise<void>;
  leaves: () => void;
  losesTheLine: () => Promise<void>;
  comesBack: () => Promise<void>;
  /** With a device that nobody has seen before, and that goes again. */
  visits: (transports?: Transport[], then?: (guest: Resident) => Promise<void>) => Promise<void>;
  isTurnedAway: () => Promise<void>;
};

const askOver = (socket: Socket, event: string, input: object): Promise<Answer> =>
  socket.timeout(ANSWER_MS).emitWithAck(event, input);

const dataOf = (event: string, { ok, error, data }: Answer): unknown => {
  if (!ok) throw new Error(`${event} refused: ${error?.code}`);
  return data;
};

const greetingOf = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no greeting")), ANSWER_MS);
    socket.once("session:ready", () => {
      clearTimeout(timer);
      resolve();
    });
    socket.once("connect_error", ({ message }) => {
      clearTimeout(timer);
      reject(new Error(`not let in: ${message}`));
    });
  });

/** The n-th person. */
export const createResident = (url: string, n: number, tokenOf: Token): Resident => {
  const room = pairOf(n);
  const client = { deviceId: v7(), cursors: {} as Record<string, number> };
  let seated: Seated | undefined;
  let isComing = false;

  const token = (): Promise<string> => tokenOf(n);

  const connects = async (): Promise<void> => {
    isComing = true;
    const { refusals: _, ...taken } = await sitDown(url, { auth: { token: await token() }, room }, client);
    isComing = false;
    seated = taken;
    // As clients do: a line that lasts longer than its token brings the next one.
    taken.socket.on("session:expiring", () => {
      void token().then((fresh) => taken.socket.emit("session:refresh", { token: fresh }, () => undefined));
    });
    taken.socket.on("message:received", ({ conversationId, rev }: { conversationId: string; rev: number }) => {
      client.cursors[conversationId] = Math.max(rev, client.cursors[conversationId] ?? 0);
    });
  };

  const asks = async (event: string, input: object): Promise<Answer> => {
    if (!seated?.socket.connected) throw new Error("not connected");
    return askOver(seated.socket, event, input);
  };
  const does = async (event: string, input: object): Promise<unknown> => dataOf(event, await asks(event, input));
  const http = async <Body = Record<string, unknown>>(path: string, method = "GET", body?: object) =>
    request<Body>(url + path, { method, token: await token(), ...(body ? { body } : {}) });

  const resident: Resident = {
    n,
    id: idOf(PERSON, n),
    other: idOf(PERSON, n % 2 ? n + 1 : n - 1),
    room,
    client,
    said: [],
    token,
    connects,
    asks,
    does,
    http,
    isHere: (): boolean => seated?.socket.connected === true && !isComing,
    reads: async (event: "message:read" | "message:ack"): Promise<void> => {
      const { body } = await http<{ lastSeq: number }>(`/api/conversations/${room}`);
      await does(event, { conversationId: room, seq: body.lastSeq });
    },
    calls: async (event: string): Promise<void> => {
      seated?.socket.emit(event, {});
    },
    leaves: (): void => {
      seated?.socket.disconnect();
      seated = undefined;
    },
    losesTheLine: async (): Promise<void> => {
      const { transport } = seated?.socket.io.engine ?? {};
      (transport as unknown as { ws?: { terminate: () => void } })?.ws?.terminate();
      await connects();
    },
    comesBack: async (): Promise<void> => {
      seated?.socket.disconnect();
      await connects();
    },
    visits: async (transports = ["websocket"], then = async () => undefined) => {
      const auth = { token: await token(), deviceId: v7() };
      const socket = io(url, { auth, transports, reconnection: false, forceNew: true });
      try {
        await greetingOf(socket);
        await then({ ...resident, does: async (event, input) => dataOf(event, await askOver(socket, event, input)) });
      } finally {
        socket.disconnect();
      }
    },
    isTurnedAway: async (): Promise<void> => {
      const socket = io(url, { auth: { token: `no token ${v7()}`, deviceId: v7() }, reconnection: false, forceNew: true });
      await new Promise<void>((resolve, reject) => {
        socket.once("session:ready", () => reject(new Error("let in with a wrong token")));
        socket.once("connect_error", () => resolve());
      });
      socket.disconnect();
    },
  };
  return resident;
};
