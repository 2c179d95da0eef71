import { type Browser, expect, type Page, test } from "@playwright/test";
import { v7 } from "uuid";
import { createHome, day } from "../harness/homes.ts";
import { storyServer } from "../harness/story-server.ts";
import { card, requestsRoom } from "./rooms.ts";
import { newcomer, type Visitor } from "./visitor.ts";

/** Everything that one person has open at a time. */
type Desk = { visitor: Visitor; home: Page; search: Page; centre: Page };

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
    await visitor.comesIn(account);
    desks.push(await opensAll(visitor, { listingId, city }));
  }
  return { lena: lena.visitor, alice: alice.visitor, rita: rita.visitor, desks, listingId };
};

/** What the home's page and the search say to everybody. */
const showsEverywhere = (desks: Desk[], { room, found }: { room: RegExp; found: RegExp }) =>
  Promise.all(
    desks.flatMap(({ home, search }) => [
      expect(home.getByRole("row").filter({ hasText: "Room 1" })).toContainText(room),
      expect(search.getByRole("article")).toContainText(found),
    ]),
  );

/** What stands in each one's centre, the newest first; nothing else may be there. */
const told = (desks: Desk[], news: [RegExp[], RegExp[], RegExp[]]) =>
  Promise.all(
    desks.map(({ centre }, index) =>
      expect(centre.getByRole("list", { name: /^Notifications/ }).getByRole("listitem")).toHaveText(news[index] ?? []),
    ),
  );

const stands = (visitor: Visitor, badge: string) => expect(card(visitor).getByText(badge, { exact: true })).toBeVisible();

test("three browsers with all their pages open: looked at, viewed, asked, approved, confirmed, and right everywhere at each step", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { lena, alice, rita, desks, listingId } = await gather(browser);
  const took: Record<string, number> = {};
  const within = async (step: string, checks: () => Promise<unknown>): Promise<void> => {
    const before = Date.now();
    await checks();
    took[step] = Date.now() - before;
  };
  await showsEverywhere(desks, { room: /Free now/, found: /1 free/ });
  await told(desks, [[], [], []]);

  await alice.page.goto(`/listings/${listingId}`);
  await alice.page.getByRole("button", { name: "Ask for a viewing" }).click();
  await alice.page.getByLabel("Time 1", { exact: true }).fill(`${day(20)}T15:00`);
  await alice.page.getByRole("button", { name: "Offer these times" }).click();
  await within("viewing asked", () => told(desks, [[/Alice asked for a viewing/], [], []]));
  await expect(alice.page).toHaveURL(/\/inbox\/.+/);
  await lena.page.goto(new URL(alice.page.url()).pathname);
  const viewing = lena.page.getByRole("article", { name: "Viewing of House at the river" });
  await viewing.getByRole("radio").first().check();
  await viewing.getByRole("button", { name: "Confirm this time" }).click();
  await within("viewing confirmed", () => told(desks, [[/asked for a viewing/], [/Lena confirmed/], []]));

  await requestsRoom(alice, listingId, "I would love to live there.");
  await within("asked", async () => {
    await Promise.all([stands(alice, "Requested"), showsEverywhere(desks, { room: /1 request/, found: /1 request/ })]);
    await told(desks, [[/Alice asked for Room 1/, /viewing/], [/viewing/], []]);
  });
  await requestsRoom(rita, listingId, "Me too, please.");
  await within("asked again", async () => {
    await Promise.all([stands(rita, "Requested"), showsEverywhere(desks, { room: /2 requests/, found: /2 requests/ })]);
    await told(desks, [[/Rita asked for Room 1/, /Alice asked/, /viewing/], [/viewing/], []]);
  });

  await expect(alice.page).toHaveURL(/\/inbox\/.+/);
  await lena.page.goto(new URL(alice.page.url()).pathname);
  await card(lena).getByRole("button", { name: "Approve" }).click();
  await within("approved", async () => {
    await Promise.all([
      ...[alice, lena].map((one) => stands(one, "Approved")),
      stands(rita, "Requested"),
      showsEverywhere(desks, { room: /Held until/, found: /Free from .+ · 1 request/ }),
    ]);
    await told(desks, [[/Rita asked/, /Alice asked/, /viewing/], [/Lena approved Room 1/, /viewing/], []]);
  });

  await card(alice).getByRole("button", { name: "Confirm", exact: true }).click();
  const atTheEnd = async (): Promise<void> => {
    await Promise.all([
      ...[alice, lena].map((one) => stands(one, "Confirmed")),
      stands(rita, "Expired"),
      showsEverywhere(desks, { room: /Let until/, found: /Free from [^·]+House/ }),
    ]);
    await told(desks, [
      [/Alice confirmed Room 1/, /Rita asked/, /Alice asked/, /viewing/],
      [/Lena approved/, /viewing/],
      [/Room 1/],
    ]);
  };
  await within("confirmed", atTheEnd);
  for (const { visitor, home, search, centre } of desks)
    for (const page of [visitor.page, home, search, centre]) await page.reload();
  await atTheEnd();
  console.log(`Right on all twelve pages, in ms after each step: ${JSON.stringify(took)}`);
  expect(desks.flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
  for (const { visitor } of desks) await visitor.context.close();
});
