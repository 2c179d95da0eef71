import fs from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import ICAL from "ical.js";
import { day } from "../harness/homes.ts";
import { withoutSockets } from "./network.ts";
import { createVisitor, DESKTOP, landlord, PHONE } from "./visitor.ts";

/** The home is in Cambridge, and both browsers are in Berlin: one hour apart on every day of the year. */
const time = (days: number, clock: string): string => `${day(days)}T${clock}`;

const card = (page: Page): Locator => page.getByRole("article", { name: "Viewing of 14 Mill Road" }).last();
const stands = (page: Page, status: string): Promise<void> => expect(card(page)).toHaveAttribute("data-viewing", status);

const writesTimes = async (page: Page, ...times: string[]): Promise<void> => {
  const dialog = page.getByRole("dialog");
  for (const [index, one] of times.entries()) {
    if (index > 0) await dialog.getByRole("button", { name: "Add another time" }).click();
    await dialog.getByLabel(`Time ${index + 1}`, { exact: true }).fill(one);
  }
  await dialog.getByRole("button", { name: "Offer these times" }).click();
};

const chooses = async (page: Page, clock: string, button: string): Promise<void> => {
  await card(page)
    .getByRole("radio", { name: new RegExp(`${clock}–`) })
    .check();
  await card(page).getByRole("button", { name: button }).click();
};

/** Keeps the calendar file, as one does to open it in a calendar of one's own. */
const readsCalendar = async (page: Page, link = "Add to calendar") => {
  const downloaded = page.waitForEvent("download");
  await card(page).getByRole("link", { name: link }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toBe("calendar.ics");
  const calendar = new ICAL.Component(ICAL.parse(await fs.readFile(await download.path(), "utf8")));
  const component = calendar.getFirstSubcomponent("vevent");
  if (!component) throw new Error("no event");
  const { uid, sequence, startDate } = new ICAL.Event(component);
  return { uid, sequence, startsAt: startDate.toJSDate().toISOString(), status: component.getFirstPropertyValue("status") };
};

test("a viewing is asked for, countered, confirmed, moved and cancelled, and three pages are right at every step", async ({
  browser,
}) => {
  test.slow();
  const alice = await createVisitor(browser, { viewport: PHONE });
  const dana = await createVisitor(browser, { viewport: DESKTOP });
  await dana.comesIn(landlord(1));
  await alice.registers("Alice", "a student");
  const { page: plans } = await alice.newTab();
  await plans.goto("/viewings");
  await expect(plans.getByText("No viewings yet")).toBeVisible();

  await alice.page.goto("/?city=Cambridge");
  await alice.page
    .getByRole("link", { name: /14 Mill Road/ })
    .first()
    .click();
  await alice.page.getByRole("button", { name: "Ask for a viewing" }).click();
  await expect(alice.page.getByText("On the clock of Cambridge, which is not yours.")).toBeVisible();
  await writesTimes(alice.page, "", time(20, "10:00"));
  await expect(alice.page.getByText("Choose a day and a time.")).toBeVisible();
  await alice.page.getByLabel("Time 1", { exact: true }).fill(time(20, "15:00"));
  await alice.page.getByLabel("Message (optional)").fill("I could come by bike.");
  await alice.page.getByRole("button", { name: "Offer these times" }).click();
  await expect(alice.page).toHaveURL(/\/inbox\/.+/);
  await stands(alice.page, "proposed");
  await expect(card(alice.page)).toContainText("Waiting for Dana Lowe");
  await expect(card(alice.page)).toContainText("10:00–10:30");
  await expect(card(alice.page)).toContainText("11:00–11:30 for you");
  await expect(plans.getByRole("region", { name: "Waiting for the other one" }).getByRole("article")).toHaveCount(1);

  // By its words: other stories have an Alice who writes to Dana too.
  await dana.row("I could come by bike.").click();
  await expect(card(dana.page)).toContainText("Your turn");
  await card(dana.page).getByRole("button", { name: "Offer other times" }).click();
  await writesTimes(dana.page, time(21, "09:30"), time(21, "17:30"));
  await expect(card(dana.page)).toContainText("Waiting for Alice");

  await expect(plans.getByRole("region", { name: "Waiting for you" }).getByRole("article")).toHaveCount(1);
  await chooses(alice.page, "17:30", "Confirm this time");
  for (const { page } of [alice, dana]) {
    await stands(page, "confirmed");
    await expect(card(page)).toContainText("17:30–18:00");
  }
  await expect(card(alice.page)).toBeFocused();
  await expect(plans.getByRole("region", { name: "Coming up" }).getByRole("article")).toHaveCount(1);
  const before = await readsCalendar(alice.page);
  expect(before).toMatchObject({ sequence: 2, status: "CONFIRMED" });

  await card(alice.page).getByRole("button", { name: "Move" }).click();
  await writesTimes(alice.page, time(22, "12:00"));
  await expect(card(dana.page)).toContainText("Alice would like to move it to");
  await expect(card(dana.page)).toContainText("17:30–18:00");
  await chooses(dana.page, "12:00", "Move it to this time");
  for (const { page } of [alice, dana]) await expect(card(page)).not.toContainText("17:30");
  const after = await readsCalendar(dana.page);
  expect(after).toMatchObject({ uid: before.uid, sequence: 4, status: "CONFIRMED" });
  expect(after.startsAt > before.startsAt).toBe(true);

  await card(dana.page).getByRole("button", { name: "Cancel viewing" }).click();
  const dialog = dana.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Cancel viewing" }).click();
  await expect(dialog.getByText("Say why.")).toBeVisible();
  await dialog.getByRole("radio", { name: "The room is no longer free" }).check();
  await dialog.getByRole("button", { name: "Cancel viewing" }).click();
  for (const { page } of [alice, dana]) await stands(page, "cancelled");
  await expect(card(alice.page)).toContainText("The room is no longer free.");
  expect(await readsCalendar(alice.page, "Remove from calendar")).toMatchObject({ uid: before.uid, status: "CANCELLED" });
  await expect(plans.getByRole("region", { name: "Past" }).getByRole("article")).toHaveCount(1);

  for (const { page } of [alice, dana]) {
    await page.reload();
    await stands(page, "cancelled");
  }
  await expect(alice.page.getByText("Alice asked for a viewing and offered 2 times")).toBeVisible();
  expect([...alice.complaints, ...dana.complaints]).toEqual([]);
  await alice.context.close();
  await dana.context.close();
});

test("a landlord proposes from the conversation; a step on a card that has changed meanwhile says so, and shows how it stands", async ({
  browser,
}) => {
  test.slow();
  const alice = await createVisitor(browser);
  const dana = await createVisitor(browser);
  await alice.registers("Ada", "a student");
  await alice.page.goto("/?city=Cambridge");
  await alice.page
    .getByRole("link", { name: /14 Mill Road/ })
    .first()
    .click();
  await alice.page.getByRole("button", { name: "Ask about this home" }).click();
  await alice.says("Could I see the house?");
  await dana.comesIn(landlord(1));
  await dana.row("Could I see the house?").click();
  await dana.page.getByRole("button", { name: "More", exact: true }).click();
  await dana.page.getByRole("menuitem", { name: "Propose a viewing" }).click();
  await dana.page.getByRole("radio", { name: "By video" }).check();
  await writesTimes(dana.page, time(30, "10:00"));
  await stands(dana.page, "proposed");
  await expect(card(alice.page)).toContainText("By video");

  // Her line is cut, so that nothing tells her of what Dana does; what she asks for herself still comes through.
  await withoutSockets(alice.context, "pass");
  await alice.page.reload();
  await expect(card(alice.page)).toContainText("Your turn");
  await card(dana.page).getByRole("button", { name: "Change the times" }).click();
  await writesTimes(dana.page, time(31, "16:00"));
  await expect(card(dana.page)).toContainText("16:00–16:30");
  await chooses(alice.page, "10:00", "Confirm this time");
  await expect(card(alice.page).getByText("This has changed meanwhile. Here is how it stands now.")).toBeVisible();
  await chooses(alice.page, "16:00", "Confirm this time");
  for (const { page } of [alice, dana]) await stands(page, "confirmed");

  await dana.context.setOffline(true);
  await expect(card(dana.page).getByText("You are offline. Viewings can be changed when you are back.")).toBeVisible();
  await expect(card(dana.page).getByRole("button", { name: "Cancel viewing" })).toBeDisabled();
  await alice.context.close();
  await dana.context.close();
});

test("whoever is to be at two homes at once is warned, and may go on", async ({ browser }) => {
  test.slow();
  const alice = await createVisitor(browser);
  await alice.registers("Amy", "a student");
  const asks = async (home: RegExp): Promise<void> => {
    await alice.page.goto("/?city=Cambridge");
    await alice.page.getByRole("link", { name: home }).first().click();
    await alice.page.getByRole("button", { name: "Ask for a viewing" }).click();
    await writesTimes(alice.page, time(40, "10:00"));
  };
  await asks(/14 Mill Road/);
  await expect(alice.page).toHaveURL(/\/inbox\/.+/);
  const dana = await createVisitor(browser);
  await dana.comesIn(landlord(1));
  await dana.row("Amy").click();
  await chooses(dana.page, "10:00", "Confirm this time");
  await stands(dana.page, "confirmed");
  await asks(/Rook House/);
  await expect(alice.page.getByText("You have another viewing at this time.")).toBeVisible();
  await alice.page.getByRole("button", { name: "Go on all the same" }).click();
  await expect(alice.page).toHaveURL(/\/inbox\/.+/);
  await expect(alice.page.getByRole("article", { name: "Viewing of Rook House" })).toContainText("Waiting for Dana Lowe");
  expect([...alice.complaints, ...dana.complaints]).toEqual([]);
  await alice.context.close();
  await dana.context.close();
});
