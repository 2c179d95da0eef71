import { type Browser, expect, type Page, test } from "@playwright/test";
import { v7 } from "uuid";
import { createHome, day } from "../harness/homes.ts";
import { storyServer } from "../harness/story-server.ts";
import { card, requestsRoom } from "./rooms.ts";
import { pressedAt, rightSince, takesNotes } from "./stopwatch.ts";
import { newcomer, type Visitor } from "./visitor.ts";

/** Everything that one person has open at a time. */
type Desk = { visitor: Visitor; home: Page; search: Page; centre: Page };

/** Where the pages say how it stands. */
const PLACES = {
  room: "tbody tr",
  found: "article:has(a[href^='/listings/'])",
  news: "[aria-label^='Notifications'] li",
  booking: "article[aria-label='Booking of Room 1']",
};
/** What stands at a place of a page, one by one. */
type Fact = [Page, keyof typeof PLACES, RegExp[]];

const opensAll = async (visitor: Visitor, { listingId, city }: { listingId: string; city: string }): Promise<Desk> => {
  const open = async (path: string): Promise<Page> => {
    const tab = await visitor.newTab();
    await tab.page.goto(path);
    return tab.page;
  };
  const [home, search] = [await open(`/listings/${listingId}`), await open(`/?city=${city}`)];
  return { visitor, home, search, centre: await open("/notifications") };
};

/** Three people, each with a browser, and a home that nobody else looks at. */
const gather = async (browser: Browser) => {
  const [lena, alice, rita] = [
    await newcomer(browser, "Lena", "landlord"),
    await newcomer(browser, "Alice", "student"),
    await newcomer(browser, "Rita", "student"),
  ];
  const city = `Riverton-${v7().slice(-6)}`;
  const { listingId } = await createHome(storyServer().databaseUrl, lena.id, { city });
  const desks: Desk[] = [];
  for (const { visitor, account } of [lena, alice, rita]) {
    await takesNotes(visitor.context, Object.values(PLACES));
    await visitor.comesIn(account);
    desks.push(await opensAll(visitor, { listingId, city }));
  }
  return { lena: lena.visitor, alice: alice.visitor, rita: rita.visitor, desks, listingId };
};

/** What the home's page and the search say to everybody. */
const everywhere = (desks: Desk[], { room, found }: { room: RegExp; found: RegExp }): Fact[] =>
  desks.flatMap(({ home, search }): Fact[] => [
    [home, "room", [room]],
    [search, "found", [found]],
  ]);

/** What stands in each one's centre, the newest first; nothing else may be there. */
const told = (desks: Desk[], news: [RegExp[], RegExp[], RegExp[]]): Fact[] =>
  desks.map(({ centre }, index): Fact => [centre, "news", news[index] ?? []]);

const stands = (visitor: Visitor, badge: RegExp): Fact => [visitor.page, "booking", [badge]];

/** Waits until all of it stands. Resolves to when the last of it came to stand there. */
const allRight = async (facts: Fact[]): Promise<number> => {
  const times = facts.map(async ([page, place, texts]) => {
    const since = () => rightSince(page, PLACES[place], texts);
    await expect.poll(since, `${place} shows ${texts.join(", ") || "nothing"}`).toBeDefined();
    return (await since()) ?? Number.POSITIVE_INFINITY;
  });
  return Math.max(...(await Promise.all(times)));
};

test("three browsers with all their pages open: looked at, viewed, asked, approved, confirmed, and right everywhere at each step", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { lena, alice, rita, desks, listingId } = await gather(browser);
  const took: Record<string, number> = {};
  const after = async (step: string, { page }: Visitor, facts: Fact[]): Promise<void> => {
    const last = await allRight(facts);
    took[step] = last - (await pressedAt(page));
  };
  await allRight([...everywhere(desks, { room: /Free now/, found: /1 free/ }), ...told(desks, [[], [], []])]);

  await alice.page.goto(`/listings/${listingId}`);
  await alice.page.getByRole("button", { name: "Ask for a viewing" }).click();
  await alice.page.getByLabel("Time 1", { exact: true }).fill(`${day(20)}T15:00`);
  await alice.page.getByRole("button", { name: "Offer these times" }).click();
  await after("viewing asked", alice, told(desks, [[/Alice asked for a viewing/], [], []]));
  await expect(alice.page).toHaveURL(/\/inbox\/.+/);
  await lena.page.goto(new URL(alice.page.url()).pathname);
  const viewing = lena.page.getByRole("article", { name: "Viewing of House at the river" });
  await viewing.getByRole("radio").first().check();
  await viewing.getByRole("button", { name: "Confirm this time" }).click();
  await after("viewing confirmed", lena, told(desks, [[/asked for a viewing/], [/Lena confirmed/], []]));

  await requestsRoom(alice, listingId, "I would love to live there.");
  await after("asked", alice, [
    stands(alice, /Requested/),
    ...everywhere(desks, { room: /1 request/, found: /1 request/ }),
    ...told(desks, [[/Alice asked for Room 1/, /viewing/], [/viewing/], []]),
  ]);
  await requestsRoom(rita, listingId, "Me too, please.");
  await after("asked again", rita, [
    stands(rita, /Requested/),
    ...everywhere(desks, { room: /2 requests/, found: /2 requests/ }),
    ...told(desks, [[/Rita asked for Room 1/, /Alice asked/, /viewing/], [/viewing/], []]),
  ]);

  await expect(alice.page).toHaveURL(/\/inbox\/.+/);
  await lena.page.goto(new URL(alice.page.url()).pathname);
  await card(lena).getByRole("button", { name: "Approve" }).click();
  await after("approved", lena, [
    ...[alice, lena].map((one) => stands(one, /Approved/)),
    stands(rita, /Requested/),
    ...everywhere(desks, { room: /Held until/, found: /Free from .+ · 1 request/ }),
    ...told(desks, [[/Rita asked/, /Alice asked/, /viewing/], [/Lena approved Room 1/, /viewing/], []]),
  ]);

  await card(alice).getByRole("button", { name: "Confirm", exact: true }).click();
  const theEnd: Fact[] = [
    ...[alice, lena].map((one) => stands(one, /Confirmed/)),
    stands(rita, /Expired/),
    ...everywhere(desks, { room: /Let until/, found: /Free from [^·]+House/ }),
    ...told(desks, [
      [/Alice confirmed Room 1/, /Rita asked/, /Alice asked/, /viewing/],
      [/Lena approved/, /viewing/],
      [/Room 1/],
    ]),
  ];
  await after("confirmed", alice, theEnd);
  for (const { visitor, home, search, centre } of desks)
    for (const page of [visitor.page, home, search, centre]) await page.reload();
  await allRight(theEnd);
  console.log(`Right on all twelve pages, in ms after the press: ${JSON.stringify(took)}`);
  expect(desks.flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
  for (const { visitor } of desks) await visitor.context.close();
});
