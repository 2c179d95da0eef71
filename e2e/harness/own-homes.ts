import type { OwnListing } from "#lib/contract/own-listings.ts";
import { day } from "./homes.ts";
import type { HttpAnswer, Person } from "./person.ts";

/** A refusal over HTTP, or the home as it is then. */
export type HomeAnswer = HttpAnswer<OwnListing & { code?: string; details?: { reason?: string; missing?: string[] } }>;

export const wholeHome = {
  title: "House at the river",
  city: "Testville",
  street: "Bank 1",
  tagline: "Quiet rooms",
  description: "A house with a garden.",
  amenities: ["Garden"],
};

export const oneRoom = (more: object = {}) => ({
  name: "Room 1",
  rentCents: 50_000,
  depositCents: 100_000,
  squareMetres: 14,
  availableFrom: day(0),
  ...more,
});

export const begins = (person: Person, body: object = wholeHome): Promise<HomeAnswer> =>
  person.http("/api/listings", { method: "POST", body });

export const changes = (person: Person, id: string, body: object): Promise<HomeAnswer> =>
  person.http(`/api/listings/${id}`, { method: "PATCH", body });

export const addsRoom = (person: Person, id: string, more: object = {}): Promise<HomeAnswer> =>
  person.http(`/api/listings/${id}/rooms`, { method: "POST", body: oneRoom(more) });

/** A published home with one room, made as its landlord makes it. */
export const opensHome = async (landlord: Person, more: object = {}): Promise<OwnListing> => {
  const { body: draft } = await begins(landlord, { ...wholeHome, ...more });
  await addsRoom(landlord, draft.id);
  const { status, body } = await changes(landlord, draft.id, { status: "published" });
  if (status !== 200) throw new Error(`a home could not be published: ${JSON.stringify(body)}`);
  return body;
};

/** Uploads the bytes of a file as a photo of a home. */
export const uploads = async (
  baseUrl: string,
  { tokens }: Pick<Person, "tokens">,
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
  type = "image/jpeg",
): Promise<{ status: number; body: HomeAnswer["body"] }> => {
  const response = await fetch(`${baseUrl}/api/listings/${id}/photos`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.accessToken}`, "content-type": type },
    body: bytes,
  });
  return { status: response.status, body: await response.json() };
};
