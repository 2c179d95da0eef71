import type { Booking, BookingStep } from "#lib/contract/bookings.ts";
import { day } from "./homes.ts";
import type { HttpAnswer, Person } from "./person.ts";

/** A refusal over HTTP, or a booking: what a step is answered with. */
export type StepAnswer = HttpAnswer<Booking & { code?: string; details?: { reason?: string; booking?: Booking } }>;

type Ask = { roomId: string; from?: string; to?: string; message?: string };

/** Asks for a room: half a year from the day after tomorrow, unless told otherwise. */
export const requests = (
  person: Person,
  { roomId, from = day(2), to = day(180), message }: Ask,
  extra: object = {},
): Promise<StepAnswer> => person.http("/api/bookings", { method: "POST", body: { roomId, from, to, message, ...extra } });

export const takes = (person: Person, step: BookingStep, id: string, body: object = {}): Promise<StepAnswer> =>
  person.http(`/api/bookings/${id}/${step}`, { method: "POST", body });

/** Brings a fresh request of a room so far. Resolves to the booking. */
export const arrange = async (
  student: Person,
  landlord: Person,
  ask: Ask,
  ...steps: ("approve" | "confirm" | "check-in" | "complete")[]
): Promise<Booking> => {
  let { status, body } = await requests(student, ask);
  for (const step of steps) ({ status, body } = await takes(step === "confirm" ? student : landlord, step, body.id));
  if (status >= 300) throw new Error(`a booking did not get so far: ${JSON.stringify(body)}`);
  return body;
};

/** As a client does: what the server is too busy for is said again. */
export const untilDone = async (ask: () => Promise<StepAnswer>): Promise<StepAnswer> => {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
  }
};
