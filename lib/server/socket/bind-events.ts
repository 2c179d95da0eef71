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
import type { SendOrder } from "./send-order.ts";
import type { Workload } from "./workload.ts";

/** What a handler knows of the connection that asks. Plain: a closure for each connection is kept as long as that lives. */
export type SocketSession = {
  socket: Socket;
  actor: Actor & { socketId: string };
  deviceId: string;
  /** From its first message on. */
  sendOrder: SendOrder | undefined;
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
  handlers: Handlers;
  refused: Refused;
  limits: RateLimits;
  workload: Workload;
  metrics: Metrics;
  tracer: Tracer;
  log: Log;
};

/** A connection, and what has become of its events so far. */
type Line = {
  session: SocketSession;
  /** Admission is one after the other, so that what a connection sent first also starts first; handling is not. */
  admissions: Promise<void>;
  /** From the first event on that waits for its turn. */
  turns: ReturnType<typeof createGate> | undefined;
  hasBeenToldToGo: boolean;
};

const NOTHING_YET = Promise.resolve();

const isName = (event: string): event is ClientEventName => Object.hasOwn(clientEvents, event);

/** The payload and, when the last argument is a function, the acknowledgement. @throws {Failure} for any other shape */
const payloadOf = (args: unknown[]): unknown => {
  if (args.length > 1) throw fail("validation_failed", { details: [{ path: [], message: "takes one payload" }] });
  return args.length === 0 ? {} : args[0];
};

const mayStay = ({ hasBeenToldToGo }: Line): void => {
  if (hasBeenToldToGo) throw fail("unauthenticated");
};

/**
 * The only place that listens to what a client sends. Every event is counted, checked against its schema, handled and
 * answered exactly once, whatever it holds; nothing thrown in here reaches the process.
 */
export const createEventBinder = ({ handlers, refused, limits, workload, metrics, tracer, log }: Deps) => {
  type Asked = { event: ClientEventName | "unknown"; args: unknown[]; span?: Span };
  const answer = ({ session: { socket } }: Line, { event, args, span }: Asked, result: Answer<unknown>): void => {
    const outcome = result.ok ? "ok" : result.error.code;
    metrics.count("uninest_events_total", { event, outcome });
    log.debug({ event, outcome }, "an event is answered");
    span?.end({ outcome }, outcome === "internal" || outcome === "unavailable");
    const acknowledge = args.at(-1);
    if (typeof acknowledge === "function") acknowledge(result);
    else if (!result.ok) socket.emit(`error:${result.error.code}`, result.error);
  };

  const admit = async <Name extends ClientEventName>(line: Line, name: Name, payload: unknown): Promise<EventInput<Name>> => {
    mayStay(line);
    await limits.take(clientEvents[name].rate, `user ${line.session.actor.userId}`);
    return parseInput(clientEvents[name].input, payload) as EventInput<Name>;
  };

  const start = <Name extends ClientEventName>(line: Line, name: Name, input: EventInput<Name>): Promise<EventOutput<Name>> => {
    mayStay(line);
    return handlers[name](line.session, input);
  };

  /** A send waits for its batch and holds no connection of the database while it does; everything else takes its turn. */
  const handle = async <Name extends ClientEventName>(
    line: Line,
    name: Name,
    input: EventInput<Name>,
  ): Promise<EventOutput<Name>> => {
    if (name === "message:send") return start(line, name, input);
    line.turns ??= createGate({ places: EVENTS_AT_ONCE, waitMs: TURN_MS });
    return line.turns.enter(() => start(line, name, input));
  };

  const run = async <Name extends ClientEventName>(
    line: Line,
    admitted: Promise<EventInput<Name>>,
    asked: Asked & { event: Name },
  ): Promise<void> => {
    try {
      answer(line, asked, { ok: true, data: await handle(line, asked.event, await admitted) });
    } catch (error) {
      answer(line, asked, { ok: false, error: toWireError(asFailure(error, log)) });
    }
  };

  const receive = (line: Line, event: string, args: unknown[]): void => {
    const parameters = typeof args.at(-1) === "function" ? args.slice(0, -1) : args;
    if (!isName(event)) {
      const details = [{ path: [], message: `no event is called ${event.slice(0, 80)}` }];
      answer(line, { event: "unknown", args }, { ok: false, error: toWireError(fail("validation_failed", { details })) });
      return;
    }
    tracer.begin(event, (span) => {
      const admitted = line.admissions.then(() => admit(line, event, payloadOf(parameters)));
      // What was asked last is not kept until somebody asks again.
      line.admissions = admitted.then(
        () => undefined,
        () => refused[event]?.(line.session, parameters[0]),
      );
      void workload.during(run(line, admitted, { event, args, span }));
    });
  };

  return (session: SocketSession): void => {
    const { socket } = session;
    const line: Line = { session, admissions: NOTHING_YET, turns: undefined, hasBeenToldToGo: false };
    // Seen in what is sent, so that it holds wherever the end was decided.
    socket.onAnyOutgoing((event: unknown) => {
      line.hasBeenToldToGo ||= FAREWELLS.has(event);
    });
    socket.onAny((event: unknown, ...args: unknown[]) => {
      // The parser lets an event pass that is called 0, or nothing at all: such a packet is broken like any other.
      if (typeof event === "string") log.during(() => receive(line, event, args));
      else socket.disconnect(true);
    });
  };
};
