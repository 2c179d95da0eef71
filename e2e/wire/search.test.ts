import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ListingPage } from "#lib/contract/housing.ts";
import { arrange, takes } from "../harness/bookings.ts";
import { day } from "../harness/homes.ts";
import { addsRoom, begins, changes, opensHome, wholeHome } from "../harness/own-homes.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";

const baseUrl = inject("baseUrl");

let alice: Person;
let lena: Person;

beforeAll(async () => {
  ({ alice } = await gather(baseUrl, "alice"));
  lena = await createPerson(baseUrl, "lena", "landlord");
});
afterAll(() => disconnectAll(alice, lena));

/** A city of this test alone. */
const newCity = (): string => `C${v7().replaceAll("-", "")}`;
const search = (query: Record<string, string>) =>
  request<ListingPage & { code?: string }>(`${baseUrl}/api/listings?${new URLSearchParams(query)}`);
const found = async (query: Record<string, string>): Promise<string[]> => (await search(query)).body.items.map(({ id }) => id);
const page = async (query: Record<string, string>): Promise<string> =>
  (await fetch(`${baseUrl}/?${new URLSearchParams(query)}`)).text();

/** A published home whose one room costs so much. */
const homeFor = async (city: string, rentCents: number): Promise<string> => {
  const { body: draft } = await begins(lena, { ...wholeHome, city });
  await addsRoom(lena, draft.id, { rentCents });
  await changes(lena, draft.id, { status: "published" });
  return draft.id;
};

test("words are found in any order, also when they are typed a little wrong; what is not there is not", async () => {
  const city = newCity();
  const { id } = await opensHome(lena, { city, title: "Windmill House", description: "Four rooms beside an orchard." });
  for (const q of ["windmill", "orchard WINDMILL", "windmil", "orchad", "four orchard"]) {
    expect([q, await found({ city, q })]).toEqual([q, [id]]);
  }
  for (const q of ["swimming", "orchard swimming", "%", "x' or true --"]) expect([q, await found({ city, q })]).toEqual([q, []]);
});

test("a stay is free when nobody has the room on any of its days; before and after does not matter", async () => {
  const city = newCity();
  const home = await opensHome(lena, { city });
  const booking = await arrange(alice, lena, { roomId: home.rooms[0]?.id ?? "", from: day(30), to: day(60) });
  await takes(lena, "approve", booking.id);
  const stays: [number, number, boolean][] = [
    [2, 30, true],
    [2, 31, false],
    [40, 50, false],
    [20, 90, false],
    [59, 90, false],
    [60, 90, true],
  ];
  for (const [from, to, isFree] of stays) {
    expect([from, to, await found({ city, moveIn: day(from), moveOut: day(to) })]).toEqual([from, to, isFree ? [home.id] : []]);
  }
});

test("the cheapest home comes first when one asks for that, over every page once", async () => {
  const city = newCity();
  const rents = [70_000, 40_000, 90_000, 40_000, 55_000];
  const ids: string[] = [];
  for (const rent of rents) ids.push(await homeFor(city, rent));
  const [a = "", b = "", c = "", d = "", e = ""] = ids;
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { body } = await search({ city, sort: "rent", limit: "2", ...(cursor ? { cursor } : {}) });
    seen.push(...body.items.map(({ id }) => id));
    expect(body.total).toBe(rents.length);
    cursor = body.nextCursor;
  }
  expect(seen).toEqual([b, d, e, a, c]);
  expect(await found({ city })).toEqual([e, d, c, b, a]);
});

test("a page goes on where it was, although homes come and go meanwhile", async () => {
  const city = newCity();
  const [first, second, third] = [await homeFor(city, 50_000), await homeFor(city, 50_000), await homeFor(city, 50_000)];
  const { body } = await search({ city, limit: "1" });
  expect(body.items.map(({ id }) => id)).toEqual([third]);
  await homeFor(city, 50_000);
  await changes(lena, second, { status: "paused" });
  expect(await found({ city, limit: "5", cursor: body.nextCursor ?? "" })).toEqual([first]);
});

test.each([
  { moveOut: "2027-01-01" },
  { moveIn: "2027-01-01", moveOut: "2027-01-01" },
  { sort: "luck" },
  { q: "x".repeat(101) },
  { cursor: "x" },
  { sort: "rent", cursor: Buffer.from('["cheap","x"]').toString("base64url") },
])("a search of another form is refused: %o", async (query) => {
  expect((await search(query)).body.code).toBe("validation_failed");
});

test("a page that finds nothing says what to let go of, and what was meant", async () => {
  const city = `Aberwick${v7().slice(-4)}`;
  await homeFor(city, 50_000);
  const dear = await page({ city, maxRent: "100" });
  expect(dear).toContain("1 home at any rent");
  expect(dear).toContain(`href="/?city=${city}"`);
  const mistyped = await page({ city: city.replace("Aber", "Abre") });
  expect(mistyped).toContain(`Did you mean ${city}?`);
});

test("search engines find what is published, and only that", async () => {
  const { id } = await opensHome(lena, { city: newCity(), description: "</script><script>alert(1)</script>" });
  const { body: draft } = await begins(lena);
  const sitemap = await (await fetch(`${baseUrl}/sitemap.xml`)).text();
  expect(sitemap).toContain(`/listings/${id}</loc>`);
  expect(sitemap).not.toContain(draft.id);
  expect(await (await fetch(`${baseUrl}/robots.txt`)).text()).toMatch(/Disallow: \/my\/[\s\S]*Sitemap: http.*\/sitemap\.xml/);
  const html = await (await fetch(`${baseUrl}/listings/${id}`)).text();
  expect(html).toContain(`rel="canonical" href="${baseUrl}/listings/${id}"`);
  const [, data = "{}"] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(data)).toMatchObject({ "@type": "Accommodation", description: "</script><script>alert(1)</script>" });
  expect(await page({ city: "x", sort: "rent" })).toContain(`rel="canonical" href="${baseUrl}/?city=x&amp;sort=rent"`);
});
