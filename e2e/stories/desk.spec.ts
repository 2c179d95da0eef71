import fs from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { execute } from "../harness/sql.ts";
import { nextPlace, storyServer } from "../harness/story-server.ts";
import { withoutSockets } from "./network.ts";
import { type Account, conversation, createVisitor, newcomer, PHONE, student } from "./visitor.ts";

const ADMIN: Account = { ...student(1), email: "admin@uninest.test" };

/** What is tuned or done to somebody here would be so in the next story as well. */
test.afterEach(() =>
  execute(storyServer().databaseUrl, "delete from rule_weights; delete from appeals; delete from sanctions; delete from reports"),
);

const isAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
};
const tab = (page: Page, name: string) => page.getByRole("navigation", { name: "Pages of admins" }).getByRole("link", { name });
const figure = (page: Page, name: string) =>
  page.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd");

test("an admin sees the house live, also in figures, and is told when it is not live", async ({ browser }) => {
  // What she sees is of the node that she is connected to (docs/decisions/0044-several-nodes.md): all three are at one.
  const place = nextPlace();
  const { alice, bob, leave } = await conversation(browser, {}, place);
  const ada = await createVisitor(browser, { viewport: PHONE }, place);
  await ada.comesIn(ADMIN);
  await ada.page
    .getByRole("button", { name: /Robin Hale|Account/ })
    .first()
    .click();
  await ada.page.getByRole("menuitem", { name: "Admin's desk" }).click();
  await expect(ada.page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(ada.page.getByText("Live", { exact: true })).toBeVisible();
  await alice.says("Is the room still free?");
  await bob.says("Yes, it is.");
  await expect(figure(ada.page, "Messages a minute")).toContainText(/[1-9]/, { timeout: 20_000 });
  await expect(figure(ada.page, "Delivered, p95")).toContainText("p50", { timeout: 20_000 });
  const parts = ada.page.getByRole("region", { name: "What works" }).getByRole("listitem");
  await expect(parts.filter({ hasText: "Database" })).toContainText("works");
  await expect(parts.filter({ hasText: "Bucket of files" })).toContainText("not set up");
  await expect(ada.page.getByRole("figure", { name: "From commit to device" })).toBeVisible();
  await isAccessible(ada.page);

  const opener = ada.page.getByText("The charts in figures");
  await opener.focus();
  await ada.page.keyboard.press("Enter");
  const table = ada.page.getByRole("table", { name: "The last hour in steps of five minutes" });
  await expect(table).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "Messages a minute" })).toBeVisible();
  await expect(table.getByRole("row").nth(1)).toContainText(/\d/);
  // Nothing but the table itself is wider than a phone.
  expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await isAccessible(ada.page);

  await ada.page.getByText("Who is connected").click();
  await expect(ada.page.getByRole("list", { name: "People who are connected" })).toContainText("Alice");
  await isAccessible(ada.page);

  await ada.context.setOffline(true);
  await expect(ada.page.getByText("Not live at the moment")).toBeVisible();
  await expect(figure(ada.page, "Messages a minute")).toBeVisible();
  await ada.context.setOffline(false);
  await expect(ada.page.getByText("Live", { exact: true })).toBeVisible({ timeout: 20_000 });
  expect([...alice.complaints, ...bob.complaints, ...ada.complaints]).toEqual([]);
  await ada.context.close();
  await leave();
});

test("without a line the overview says that there is nothing yet, and comes by itself", async ({ browser }) => {
  const ada = await createVisitor(browser);
  await ada.comesIn(ADMIN);
  await withoutSockets(ada.context, "blocked");
  await ada.page.goto("/admin");
  await expect(ada.page.getByText("Not live at the moment")).toBeVisible();
  await ada.context.close();
});

test("an admin tries the rules, lets one weigh more by keyboard, and puts it back", async ({ browser }) => {
  const ada = await createVisitor(browser);
  const { page } = ada;
  await ada.comesIn(ADMIN, "/admin");
  await tab(page, "Rules").click();
  await expect(page.getByRole("heading", { level: 1, name: "Rules" })).toBeVisible();
  await page.getByLabel("A message").fill("Please send me a photo of your passport.");
  await expect(page.getByText("Score 45")).toBeVisible();
  await expect(page.getByText("It goes out, and its reader is warned.")).toBeVisible();
  await expect(page.getByRole("list", { name: "What was found" })).toContainText("identity.papers");
  await page.getByLabel("When").selectOption("After a booking is confirmed");
  await expect(page.getByText("It goes out as it is.")).toBeVisible();
  await page.getByLabel("When").selectOption("Before a booking is confirmed");
  await expect(page.getByText("Score 45")).toBeVisible();

  await page.getByRole("button", { name: "Change what identity.papers weighs" }).focus();
  await page.keyboard.press("Enter");
  const first = page.getByLabel("First contact", { exact: true });
  await expect(first).toBeFocused();
  await first.fill("101");
  await page.keyboard.press("Enter");
  await expect(page.getByText("A whole number from 0 to 100.")).toBeVisible();
  await first.fill("75");
  await page.keyboard.press("Enter");
  await expect(page.getByText("identity.papers weighs what you set from now on.")).toBeVisible();
  await expect(page.getByText("Score 75")).toBeVisible();
  await expect(page.getByText("It goes back to its writer.")).toBeVisible();
  await expect(page.getByText(/^Set by Robin Hale/)).toBeVisible();
  await isAccessible(page);

  await page.reload();
  await expect(page.getByText(/^Set by Robin Hale/)).toBeVisible();
  await page.getByRole("button", { name: "Change what identity.papers weighs" }).click();
  await page.getByRole("button", { name: "Back to default" }).click();
  await expect(page.getByText("identity.papers weighs what it came with again.")).toBeVisible();
  await expect(page.getByText(/^Set by Robin Hale/)).toHaveCount(0);
  expect(ada.complaints).toEqual([]);
  await ada.context.close();
});

test("a moderator finds somebody on a phone, silences them, takes it back and signs them out; an admin gives them a role", async ({
  browser,
}) => {
  const mia = await newcomer(browser, "Mia", "student", { viewport: PHONE });
  const dan = await newcomer(browser, "Dan", "landlord");
  await execute(storyServer().databaseUrl, "update users set role = 'moderator' where id = $1", [mia.id]);
  await dan.visitor.comesIn(dan.account);
  const { page } = mia.visitor;
  await mia.visitor.comesIn(mia.account, "/admin/reports");
  await expect(tab(page, "Overview")).toHaveCount(0);
  await tab(page, "People").click();
  await page.getByRole("searchbox", { name: "Name or address" }).fill("nobody of that name");
  await expect(page.getByText("Nobody found")).toBeVisible();
  await page.getByRole("searchbox", { name: "Name or address" }).fill(dan.account.email);
  const rows = page.getByRole("list", { name: "People" }).getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await isAccessible(page);
  await rows.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Dan" })).toBeVisible();
  await expect(page.getByText("That you look at this page is on record.")).toBeVisible();

  await page.getByRole("button", { name: "Silence" }).click();
  await page.getByLabel("The reason").fill("The same text to many.");
  await page.getByRole("dialog").getByRole("button", { name: "Silence" }).click();
  await expect(page.getByText("Done, and Dan is told.")).toBeVisible();
  await expect(page.getByText(/^Silenced until/)).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByLabel("Why").fill("It was another one.");
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText(/^Silenced until/)).toHaveCount(0);

  await page.getByRole("button", { name: /^End / }).first().click();
  await expect(page.getByText("Dan is signed out there.")).toBeVisible();
  await expect(page.getByText("Signed in nowhere.")).toBeVisible();
  await expect(dan.visitor.page).toHaveURL(/sign-in/);
  await expect(page.getByRole("button", { name: "Set role" })).toHaveCount(0);

  const ada = await createVisitor(browser);
  await ada.comesIn(ADMIN, `/admin/people/${dan.id}`);
  await ada.page.getByLabel("What they are").selectOption("Moderator");
  await ada.page.getByRole("button", { name: "Set role" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Set role" }).click();
  await expect(ada.page.getByText("Dan has another role now.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Dan" })).toHaveCount(0);
  expect([...mia.visitor.complaints, ...ada.complaints].filter((complaint) => !complaint.includes("404"))).toEqual([]);
  for (const { context } of [mia.visitor, dan.visitor, ada]) await context.close();
});

test("an admin saves a list as a file", async ({ browser }) => {
  const ada = await createVisitor(browser);
  await ada.comesIn(ADMIN, "/admin/people");
  const saving = ada.page.waitForEvent("download");
  await ada.page.getByRole("link", { name: "Save as CSV" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("uninest-people.csv");
  expect(fs.readFileSync(await file.path(), "utf8")).toContain('"student1@uninest.test"');
  await ada.context.close();
});
