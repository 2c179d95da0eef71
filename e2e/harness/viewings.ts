import type { Viewing, ViewingSlot, ViewingStep } from "#lib/contract/viewings.ts";
import type { HttpAnswer, Person } from "./person.ts";

/** A refusal over HTTP, or a viewing: what a step is answered with. */
export type ViewingAnswer = HttpAnswer<
  Viewing & { code?: string; issues?: { path: string }[]; details?: { reason?: string; whose?: string; viewing?: Viewing } }
>;

const HOUR_MS = 3_600_000;

/** One moment for the whole run, so that a time said twice is the same. */
const BEGUN = Math.floor(Date.now() / 60_000) * 60_000;

/** Half an hour that begins at a whole minute, so many hours from now. */
export const slot = (hours: number, minutes = 30): ViewingSlot => ({
  startsAt: new Date(BEGUN + hours * HOUR_MS).toISOString(),
  minutes,
});

type Ask = { listingId?: string; roomId?: string; conversationId?: string; slots?: ViewingSlot[]; message?: string };

/** The people of a test file see many homes at the same times: they go on all the same, unless it is about just that. */
const unwarned = { despiteOverlap: true };

/** Asks to see a home: tomorrow or the day after, unless told otherwise. */
export const asks = (
  person: Person,
  { listingId, roomId, conversationId, slots = [slot(24), slot(48)], message }: Ask,
  extra: object = {},
): Promise<ViewingAnswer> => {
  const ask = { listingId, roomId, conversationId, kind: "on_site", slots, message };
  return person.http("/api/viewings", { method: "POST", body: { ...ask, ...unwarned, ...extra } });
};

export const steps = (person: Person, step: ViewingStep, id: string, body: object = {}): Promise<ViewingAnswer> => {
  const mayWarn = step !== "keep" && step !== "cancel";
  return person.http(`/api/viewings/${id}/${step}`, { method: "POST", body: { ...(mayWarn ? unwarned : {}), ...body } });
};

/** Takes one of the offered times; the first unless told otherwise. */
export const confirms = (person: Person, { id, offer }: Viewing, index = 0, extra: object = {}): Promise<ViewingAnswer> =>
  steps(person, "confirm", id, { startsAt: offer?.slots[index]?.startsAt, ...extra });

/** A viewing that the student asked for and the landlord confirmed. */
export const agree = async (student: Person, landlord: Person, ask: Ask): Promise<Viewing> => {
  const asked = await asks(student, ask);
  const { status, body } = await confirms(landlord, asked.body);
  if (status >= 300) throw new Error(`a viewing was not confirmed: ${JSON.stringify(body)}`);
  return body;
};
