import { io, type Socket } from "socket.io-client";
import { v7 } from "uuid";
import type { TokenPair } from "#lib/contract/accounts.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Answer } from "#lib/contract/errors.ts";
import type { ClientEventName, EventOutput, EventPayload, EventRequest, ServerEventName } from "#lib/contract/events.ts";
import type { SendReceipt } from "#lib/contract/messages.ts";
import type { Cursors } from "#lib/contract/session.ts";
import { newsIsThrough, nextNode } from "./nodes.ts";

const HEARING_MS = 15_000;

export type HttpAnswer<Body> = { status: number; body: Body; headers: Headers };

/** A request as a person, or as nobody. Resolves to whatever the answer was. */
export const request = async <Body = Record<string, unknown>>(
  url: string,
  {
    method = "GET",
    body,
    token,
    headers = {},
  }: { method?: string; body?: unknown; token?: string; headers?: Record<string, string> } = {},
): Promise<HttpAnswer<Body>> => {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isText = response.headers.get("content-type")?.startsWith("text/");
  const said: unknown = isText ? text : text === "" ? {} : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: said as Body };
};

type Heard = { event: string; payload: unknown };
type DeviceOptions = {
  deviceId?: string;
  cursors?: Cursors;
  transports?: ("websocket" | "polling")[];
  /** Told of everything from the first news on: what comes with the greeting in one packet would pass who listens after it. */
  onNews?: (event: string, payload: unknown) => void;
};

/** One connected device, with everything that it has heard since it connected. */
export const connectDevice = async (
  baseUrl: string,
  token: string,
  { deviceId = v7(), cursors, transports = ["websocket"], onNews }: DeviceOptions = {},
) => {
  const heard: Heard[] = [];
  const socket: Socket = io(baseUrl, {
    auth: { token, deviceId, ...(cursors ? { cursors } : {}) },
    transports,
    reconnection: false,
    forceNew: true,
  });
  socket.onAny((event: string, payload: unknown) => heard.push({ event, payload }));
  if (onNews) socket.onAny(onNews);
  const device = createDevice(socket, heard, deviceId);
  await new Promise<void>((resolve, reject) => {
    socket.once("session:ready", () => resolve());
    socket.once("connect_error", reject);
  });
  return device;
};

const createDevice = (socket: Socket, heard: Heard[], deviceId: string) => {
  const matching = <Name extends ServerEventName>(
    name: Name,
    where: (payload: EventPayload<Name>) => boolean = () => true,
  ): EventPayload<Name>[] =>
    heard
      .filter(({ event }) => event === name)
      .map(({ payload }) => payload as EventPayload<Name>)
      .filter(where);

  const ask = <Name extends ClientEventName>(event: Name, input: EventRequest<Name>): Promise<Answer<EventOutput<Name>>> =>
    socket.timeout(HEARING_MS).emitWithAck(event, input);

  return {
    socket,
    deviceId,
    ask,

    /** Resolves to the answer's data. @throws when it was refused */
    does: async <Name extends ClientEventName>(event: Name, input: EventRequest<Name>): Promise<EventOutput<Name>> => {
      const answer = await ask(event, input);
      if (!answer.ok) throw new Error(`${event} was refused: ${JSON.stringify(answer.error)}`);
      return answer.data;
    },

    /** Resolves to the first such news, whether it has come already or is still to come. */
    hears: <Name extends ServerEventName>(name: Name, where: (payload: EventPayload<Name>) => boolean = () => true) =>
      new Promise<EventPayload<Name>>((resolve, reject) => {
        const [already] = matching(name, where);
        if (already) {
          resolve(already);
          return;
        }
        const listen = (event: string, payload: EventPayload<Name>): void => {
          if (event !== name || !where(payload)) return;
          clearTimeout(timer);
          socket.offAny(listen);
          resolve(payload);
        };
        const timer = setTimeout(() => {
          socket.offAny(listen);
          reject(new Error(`never heard ${name}; heard ${heard.map(({ event }) => event).join(", ")}`));
        }, HEARING_MS);
        socket.onAny(listen);
      }),

    /** All such news so far. */
    heard: matching,

    /**
     * Everything heard after `mark` (a length of the log). A round trip comes first: what the server had already sent
     * this device before it answers arrives before the answer.
     */
    newsSince: async (mark: number): Promise<Heard[]> => {
      await newsIsThrough();
      await ask("socket:ping", {});
      return heard.slice(mark).filter(({ event }) => event !== "socket:pong");
    },
    mark: (): number => heard.length,

    leaves: (): void => {
      socket.disconnect();
    },
  };
};
export type Device = Awaited<ReturnType<typeof connectDevice>>;

/** A registered, signed-in person with one connected device. */
export const createPerson = async (baseUrl: string, name: string, role: "student" | "landlord" = "student") => {
  const email = `${name.replace(/\W/g, "").toLowerCase()}.${v7()}@people.test`;
  const password = `the password of ${name}`;
  const registered = await request(`${baseUrl}/api/users`, { method: "POST", body: { email, password, name, role } });
  if (registered.status !== 201) throw new Error(`registration failed: ${JSON.stringify(registered.body)}`);
  const { body: tokens } = await request<TokenPair>(`${baseUrl}/api/tokens`, { method: "POST", body: { email, password } });
  const device = await connectDevice(nextNode(baseUrl), tokens.accessToken);
  const http = async <Body = Record<string, unknown>>(path: string, options: { method?: string; body?: unknown } = {}) => {
    const answer = await request<Body>(`${nextNode(baseUrl)}${path}`, { ...options, token: tokens.accessToken });
    await newsIsThrough();
    return answer;
  };

  return {
    id: tokens.user.id,
    name,
    email,
    password,
    tokens,
    device,
    http,
    connects: (options?: DeviceOptions) => connectDevice(nextNode(baseUrl), tokens.accessToken, options),

    /** The direct conversation with somebody. Resolves to its id. */
    opens: async (other: { id: string }, listingId?: string): Promise<string> => {
      const { body } = await http<ConversationSummary>("/api/conversations", {
        method: "POST",
        body: { userId: other.id, listingId },
      });
      return body.id;
    },

    /** Sends a text; the answer must be good. */
    says: (conversationId: string, content: string, extra: Partial<EventRequest<"message:send">> = {}): Promise<SendReceipt> =>
      device.does("message:send", { conversationId, messageId: v7(), content, ...extra }),
  };
};
export type Person = Awaited<ReturnType<typeof createPerson>>;

/** People by name: `const { alice, bob } = await gather(baseUrl, "alice", "bob")`. */
export const gather = async <Name extends string>(baseUrl: string, ...names: Name[]): Promise<Record<Name, Person>> =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await createPerson(baseUrl, name)] as const))) as Record<
    Name,
    Person
  >;

export const disconnectAll = (...everybody: { device: Device }[]): void => {
  for (const { device } of everybody) device.leaves();
};
