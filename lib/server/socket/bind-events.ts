import type { Socket } from "socket.io";
import type { Answer } from "#lib/contract/errors.ts";
import {
  type ClientEventName,
  clientEvents,
  type EventInput,
  type EventOutput,
  type ServerEventName,
} from "#lib/contract/events.ts";
import { createGate } from "#lib/db/gate.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { fail, toWireError } from "#lib/domain/fail.ts";
import type { Log, Metrics, RateLimits, Span, Tracer } from "#lib/domain/ports.ts";
import { asFailure, parseInput } from "../failures.ts";
import type { ListingWatches } from "./listing-watches.ts";
import type { SendOrder } from "./send-order.ts";
import type { Workload } from "./workload.ts";

/** What a handler knows of the connection that asks. */
export type SocketSession = {
  actor: Actor & { socketId: string };
  deviceId: string;
  sendOrder: SendOrder;
  emit: Socket["emit"];
  watches: ListingWatches;
  /** Lets the connection hear how the house is; it leaves with it too. */
  desk: { begin: () => Promise<void>; end: () => Promise<void> };
  /** Lets the connection hear every conversation that its person is in by now: the word that let them in may have been lost. */
  hearAll: () => Promise<void>;
  /** Lets the connection live on by a fresh token. @throws {Failure} conflict when it does not live by a token */
  renew: (token: { actor: Actor; expiresAt: Date }) => Promise<void>;
};

/** One sentence for each event: who, what, which service. */
export type Handlers = {
  [Name in ClientEventName]: (session: SocketSession, input: EventInput<Name>) => Promise<EventOutput<Name>>;
};

/** What must happen for an event that is refused at the door, with its unchecked payload. */
export type Refused = Partial<Record<ClientEventName, (session: SocketSession, payload: unknown) => void>>;

/** The last words to a connection. It lives on for a moment only so that they are heard. */
const FAREWELLS: ReadonlySet<unknown> = new Set<ServerEventName>(["session:revoked", "moderation:banned"]);
/** So many of one connection's events are handled at once: a burst of one person's must not take every database connection. */
const EVENTS_AT_ONCE = 4;
/** What has not had its turn by then is told to come back. */
const TURN_MS = 10_000;

type Deps = {
  socket: Socket;
  session: SocketSession;
  handlers: Handlers;
  refused: Refused;
  limits: RateLimits;
  workload: Workload;
  metrics: Metrics;
  tracer: Tracer;
  log: Log;
};

const isName = (event: string): event is ClientEventName => Object.hasOwn(clientEvents, event);

/** The payload and, when the last argument is a function, the acknowledgement. @throws {Failure} for any other shape */
const payloadOf = (args: unknown[]): unknown => {
  if (args.length > 1) throw fail("validation_failed", { details: [{ path: [], message: "takes one payload" }] });
  return args.length === 0 ? {} : args[0];
};

/**
 * The only place that listens to what a client sends. Every event is counted, checked against its schema, handled and
 * answered exactly once, whatever it holds; nothing thrown in here reaches the process.
 */
export const bindEvents = ({ socket, session, handlers, refused, limits, workload, metrics, tracer, log }: Deps): void => {
  const answer = (event: ClientEventName | "unknown", args: unknown[], result: Answer<unknown>, span?: Span): void => {
    const outcome = result.ok ? "ok" : result.error.code;
    metrics.count("uninest_events_total", { event, outcome });
    log.debug({ event, outcome }, "an event is answered");
    span?.end({ outcome }, outcome === "internal" || outcome === "unavailable");
    const acknowledge = args.at(-1);
    if (typeof acknowledge === "function") acknowledge(result);
    else if (!result.ok) socket.emit(`error:${result.error.code}`, result.error);
  };

  // Seen in what is sent, so that it holds wherever the end was decided.
  let hasBeenToldToGo = false;
  socket.onAnyOutgoing((event: unknown) => {
    hasBeenToldToGo ||= FAREWELLS.has(event);
  });
  const mayStay = (): void => {
    if (hasBeenToldToGo) throw fail("unauthenticated");
  };

  const admit = async <Name extends ClientEventName>(name: Name, payload: unknown): Promise<EventInput<Name>> => {
    mayStay();
    await limits.take(clientEvents[name].rate, `user ${session.actor.userId}`);
    return parseInput(clientEvents[name].input, payload) as EventInput<Name>;
  };

  // A send waits for its batch and holds no connection of the database while it does; everything else takes its turn.
  const turns = createGate({ places: EVENTS_AT_ONCE, waitMs: TURN_MS });
  const start = <Name extends ClientEventName>(name: Name, input: EventInput<Name>): Promise<EventOutput<Name>> => {
    mayStay();
    return handlers[name](session, input);
  };
  const handle = async <Name extends ClientEventName>(name: Name, input: EventInput<Name>): Promise<EventOutput<Name>> =>
    name === "message:send" ? start(name, input) : turns.enter(() => start(name, input));

  const run = async <Name extends ClientEventName>(
    name: Name,
    admitted: Promise<EventInput<Name>>,
    args: unknown[],
    span: Span,
  ): Promise<void> => {
    try {
      answer(name, args, { ok: true, data: await handle(name, await admitted) }, span);
    } catch (error) {
      answer(name, args, { ok: false, error: toWireError(asFailure(error, log)) }, span);
    }
  };

  // Admission is one after the other, so that what a connection sent first also starts first; handling is not.
  let admissions: Promise<unknown> = Promise.resolve();

  const receive = (event: string, args: unknown[]): void => {
    const parameters = typeof args.at(-1) === "function" ? args.slice(0, -1) : args;
    if (!isName(event)) {
      const details = [{ path: [], message: `no event is called ${event.slice(0, 80)}` }];
      answer("unknown", args, { ok: false, error: toWireError(fail("validation_failed", { details })) });
      return;
    }
    tracer.begin(event, (span) => {
      const admitted = admissions.then(() => admit(event, payloadOf(parameters)));
      admissions = admitted.catch(() => refused[event]?.(session, parameters[0]));
      void workload.during(run(event, admitted, args, span));
    });
  };

  socket.onAny((event: unknown, ...args: unknown[]) => {
    // The parser lets an event pass that is called 0, or nothing at all: such a packet is broken like any other.
    if (typeof event === "string") log.during(() => receive(event, args));
    else socket.disconnect(true);
  });
};
