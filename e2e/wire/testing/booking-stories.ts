import fc from "fast-check";
import { v7 } from "uuid";
import { type Booking, type BookingConflict, BookingStep } from "#lib/contract/bookings.ts";
import type { ErrorCode } from "#lib/contract/errors.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { isFailure } from "#lib/domain/fail.ts";
import type { BareServices, Told } from "#lib/server/testing/bare-services.ts";
import { day } from "../../harness/homes.ts";

/** What may become of one room: what several people do to its bookings, in bursts within which everything goes on at once. */

type Stay = { from: string; to: string };
type Party = "student" | "landlord";

/** Three stays of four overlap their neighbours; one that ends on a day leaves that day to the next. */
const stay = fc
  .tuple(fc.constantFrom(10, 20, 30), fc.constantFrom(10, 20))
  .map(([first, nights]): Stay => ({ from: day(first), to: day(first + nights) }));

/** How often each comes, where one can choose: what goes on with a booking more often than what ends it. */
const WEIGHTS: Record<BookingStep, number> = {
  approve: 5,
  confirm: 8,
  "accept-dates": 5,
  "check-in": 20,
  complete: 40,
  "propose-dates": 1,
  cancel: 1,
  withdraw: 1,
  decline: 1,
  "decline-dates": 1,
};
const step = fc.record({
  type: fc.constant("step" as const),
  /** Mostly somebody chooses from what pages offer; else it is any step of anybody's. */
  aims: fc.oneof({ arbitrary: fc.constant(true), weight: 6 }, { arbitrary: fc.constant(false), weight: 1 }),
  choice: fc.nat(10_000),
  stay,
  expects: fc.constantFrom<"nothing" | "current" | "stale">("nothing", "current", "current", "current", "stale"),
  /** Said by both devices of that person at once. */
  twice: fc.oneof({ arbitrary: fc.constant(false), weight: 4 }, { arbitrary: fc.constant(true), weight: 1 }),
  node: fc.nat(1),
});
const request = fc.record({ type: fc.constant("request" as const), student: fc.nat(2), stay, node: fc.nat(1) });
const sweep = fc.record({ type: fc.constant("sweep" as const), node: fc.nat(1) });

const move = fc.oneof({ arbitrary: step, weight: 12 }, { arbitrary: request, weight: 1 }, { arbitrary: sweep, weight: 2 });
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

const burst = fc.record({
  /** Two days have gone by before it: whatever waited has waited for too long. */
  late: fc.oneof({ arbitrary: fc.constant(false), weight: 7 }, { arbitrary: fc.constant(true), weight: 1 }),
  moves: fc.array(move, { minLength: 1, maxLength: 2 }),
});

export const story = fc.record({
  opening: fc.uniqueArray(request, { minLength: 1, maxLength: 2, selector: ({ student }) => student }),
  bursts: fc.array(burst, { minLength: 1, maxLength: 4 }),
});
export type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

export type Cast = { students: Actor[]; landlord: Actor };

/** What somebody asked, and what they were told. */
export type Answer = {
  step: BookingStep | "request";
  actorId: string;
  /** Of the booking; empty for a request. */
  id: string;
  stay: Stay;
  expectedVersion: number | undefined;
  booking: Booking | undefined;
  code?: ErrorCode;
  reason?: BookingConflict | undefined;
};

type Place = { nodes: BareServices[]; cast: Cast; roomId: string; timePasses: (roomId: string) => Promise<void> };

const bookingsIn = (told: Told[]): Booking[] =>
  told.flatMap(({ event, payload }) => (event === "booking:updated" ? [payload as Booking] : []));

type Choice = { booking: Booking; party: Party; step: BookingStep };

const choicesOf = (bookings: Booking[], isOffered: boolean): Choice[] =>
  bookings.flatMap((booking) =>
    (["student", "landlord"] as const).flatMap((party) =>
      (isOffered ? booking.steps[party] : BookingStep.options).flatMap((step) =>
        Array.from({ length: WEIGHTS[step] }, () => ({ booking, party, step })),
      ),
    ),
  );

/** Lives through a story in a room of its own. Resolves to what everybody was answered, in no order. */
export const live = async ({ opening, bursts }: Story, { nodes, cast, roomId, timePasses }: Place): Promise<Answer[]> => {
  const answers: Answer[] = [];
  const nodeAt = (index: number): BareServices["services"] => {
    const node = nodes[index % nodes.length];
    if (!node) throw new Error("there is no node");
    return node.services;
  };

  /** The bookings as the devices last heard of them, the oldest first. */
  const known = (): Booking[] => {
    const newest = new Map<string, Booking>();
    for (const booking of nodes.flatMap(({ told }) => bookingsIn(told))) {
      if (booking.version > (newest.get(booking.id)?.version ?? 0)) newest.set(booking.id, booking);
    }
    return [...newest.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  };

  const note = async (asked: Omit<Answer, "booking">, answer: Promise<Booking>): Promise<void> => {
    try {
      answers.push({ ...asked, booking: await answer });
    } catch (error) {
      if (!isFailure(error)) throw error;
      const { reason, booking } = (error.details ?? {}) as { reason?: BookingConflict; booking?: Booking };
      answers.push({ ...asked, booking, code: error.code, reason });
    }
  };

  const ask = ({ student, stay: dates, node }: Extract<Move, { type: "request" }>): Promise<void> => {
    const actor = cast.students[student] ?? cast.landlord;
    const asked = { step: "request" as const, actorId: actor.userId, id: "", stay: dates, expectedVersion: undefined };
    const answer = nodeAt(node).bookings.request(actor, { roomId, ...dates });
    return note(
      asked,
      answer.then(({ booking }) => booking),
    );
  };

  const actorOf = (party: Party, booking: Booking): Actor =>
    (party === "landlord" ? undefined : cast.students.find(({ userId }) => userId === booking.student.id)) ?? cast.landlord;

  const take = (move: Extract<Move, { type: "step" }>, seen: Booking[], node: number): Promise<void> => {
    const offered = move.aims ? choicesOf(seen, true) : [];
    const choices = offered.length > 0 ? offered : choicesOf(seen, false);
    const chosen = choices[move.choice % choices.length];
    if (!chosen) return Promise.resolve();
    const { booking, party, step } = chosen;
    const actor = actorOf(party, booking);
    const { version, id } = booking;
    const expected = { nothing: undefined, current: version, stale: Math.max(1, version - 1) }[move.expects];
    const expects = expected === undefined ? {} : { expectedVersion: expected };
    const asked = { step, actorId: actor.userId, id, stay: move.stay, expectedVersion: expected };
    const { bookings } = nodeAt(node);
    if (step === "propose-dates") return note(asked, bookings.proposeDates(actor, id, { ...expects, ...move.stay }));
    const words = step === "cancel" ? { reason: "plans_changed" } : {};
    return note(asked, bookings.step(actor, id, step, { ...expects, ...words }));
  };

  const doing = (move: Move, seen: Booking[]): Promise<void>[] => {
    if (move.type === "request") return [ask(move)];
    if (move.type === "sweep") return [nodeAt(move.node).bookings.expireDue()];
    return [move.node, ...(move.twice ? [move.node + 1] : [])].map((node) => take(move, seen, node));
  };

  await Promise.all(opening.map(ask));
  for (const { late, moves } of bursts) {
    if (late) await timePasses(roomId);
    const seen = known();
    await Promise.all(moves.flatMap((move) => doing(move, seen)));
  }
  return answers;
};

/** A listing's people, who have nothing but their names. */
export const createCast = (): Cast => {
  const actor = (name: string, role: Actor["role"]): Actor => ({ userId: v7(), name, role, sessionId: v7() });
  return {
    students: ["anna", "ben", "carol"].map((name) => actor(name, "student")),
    landlord: actor("lena", "landlord"),
  };
};
