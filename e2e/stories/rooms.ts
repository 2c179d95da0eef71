import { type Browser, type BrowserContextOptions, expect, type Locator } from "@playwright/test";
import type { Booking } from "#lib/contract/bookings.ts";
import { createHome, day } from "../harness/homes.ts";
import { storyServer } from "../harness/story-server.ts";
import { baseUrl, newcomer, type Visitor } from "./visitor.ts";

/** The card of a booking in an open conversation, or on its page. */
export const card = ({ page }: Visitor): Locator => page.getByRole("article", { name: "Booking of Room 1" });

/** What the card offers, by the names of its buttons. */
export const offers = (visitor: Visitor): Promise<string[]> =>
  card(visitor).getByRole("group", { name: "What you can do" }).getByRole("button").allInnerTexts();

/** Asks for a room through the page, half a year from tomorrow on. */
export const requestsRoom = async ({ page }: Visitor, listingId: string, message: string): Promise<void> => {
  await page.goto(`/listings/${listingId}`);
  await page.getByRole("link", { name: "Request this room: Room 1" }).click();
  await page.getByLabel("First day").fill(day(1));
  await page.getByLabel("Day of leaving").fill(day(180));
  await page.getByLabel(/^A few words to/).fill(message);
  await page.getByRole("button", { name: "Request this room" }).click();
};

/** A landlord with a home of one room, and students, each signed in with a browser of their own. */
export const household = async <Name extends string>(
  browser: Browser,
  students: readonly Name[],
  options: BrowserContextOptions = {},
) => {
  const lena = await newcomer(browser, "Lena", "landlord", options);
  await lena.visitor.comesIn(lena.account);
  const home = await createHome(storyServer().databaseUrl, lena.id);
  const visitors = { lena: lena.visitor } as Record<Name | "lena", Visitor>;
  for (const name of students) {
    const { visitor, account } = await newcomer(browser, name, "student", options);
    await visitor.comesIn(account);
    visitors[name] = visitor;
  }
  const everybody = Object.values<Visitor>(visitors);
  return {
    ...visitors,
    ...home,
    /** Asks for the room without the page. Resolves to the booking. */
    asks: async ({ page }: Visitor): Promise<Booking> => {
      const body = { roomId: home.roomId, from: day(1), to: day(180) };
      const answer = await page.request.post("/api/bookings", { data: body, headers: { origin: baseUrl() } });
      expect(answer.status()).toBe(201);
      return answer.json();
    },
    complaints: (): string[] => everybody.flatMap(({ complaints }) => complaints),
    leave: async (): Promise<void> => {
      for (const { context } of everybody) await context.close();
    },
  };
};
