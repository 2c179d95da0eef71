import { expect, test } from "@playwright/test";
import { keptMessages } from "../kept.ts";
import { withoutSockets } from "../network.ts";
import { createVisitor, landlord, student, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

const withoutNetwork = async ({ page, context, isInstalled, row, log }: Visitor): Promise<void> => {
  await page.goto("/inbox");
  await row("14 Mill Road").first().click();
  await expect(log().locator("[data-seq]").first()).toBeVisible();
  await isInstalled();
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect.poll(() => keptMessages(page, id), { timeout: 15_000 }).not.toEqual([]);
  await context.setOffline(true);
  // A worker that has just been woken may be told by the tools only then that there is no network, and reach the page meanwhile.
  await expect(async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await inspect(page, "needs-the-network");
  await page.goto("/inbox");
  await row("14 Mill Road").first().click();
  await expect(page.getByText(/^Offline/)).toBeVisible();
  await expect(log().locator("[data-seq]").first()).toBeVisible();
  await inspect(page, "inbox-kept");
  await context.setOffline(false);
};

const inTheInbox = async (maya: Visitor): Promise<void> => {
  const { page } = maya;
  await maya.comesIn(student(1));
  await expect(maya.row("14 Mill Road").first()).toBeVisible();
  await inspect(page, "inbox");
  await maya.row("14 Mill Road").first().click();
  await expect(maya.composer()).toBeVisible();
  await expect(maya.log().locator("[data-seq]").first()).toBeVisible();
  await inspect(page, "conversation");
  await maya.context.setOffline(true);
  await expect(page.getByText("Offline. Your messages will be sent when you are back.")).toBeVisible();
  await inspect(page, "offline");
  await maya.context.setOffline(false);
  await page.goto("/inbox/01a2022b-2538-740d-85d2-2739da46ec09");
  await expect(page.getByText("There is no such conversation")).toBeVisible();
  await inspect(page, "no-conversation");
  await page.goto("/inbox");
  await page.getByRole("searchbox", { name: "Search conversations" }).fill("nobody of this name");
  await expect(page.getByText("No messages found").first()).toBeVisible();
  await inspect(page, "nothing-found");
};

const asNewcomer = async (newcomer: Visitor): Promise<void> => {
  await newcomer.registers("Newcomer", "a landlord");
  await newcomer.page.goto("/inbox");
  await expect(newcomer.page.getByText("No conversations yet")).toBeVisible();
  await inspect(newcomer.page, "inbox-empty");
  await newcomer.page.goto("/notifications");
  await expect(newcomer.page.getByText("Nothing has happened yet")).toBeVisible();
  await inspect(newcomer.page, "notifications-empty");
};

test("the inbox", async ({ browser }) => {
  test.slow();
  const [maya, newcomer, dana] = [
    await createVisitor(browser, options),
    await createVisitor(browser, options),
    await createVisitor(browser, options),
  ];
  await inTheInbox(maya);
  await withoutNetwork(maya);
  await asNewcomer(newcomer);
  await dana.comesIn(landlord(1));
  await inspect(dana.page, "inbox-landlord");
  await dana.page.goto("/notifications");
  await expect(dana.page.getByRole("list", { name: /^Notifications/ })).toBeVisible();
  await inspect(dana.page, "notifications");
  expect([...maya.complaints, ...newcomer.complaints, ...dana.complaints]).toEqual([]);
  for (const { context } of [maya, newcomer, dana]) await context.close();
});

const withRefusedMessages = async (maya: Visitor): Promise<void> => {
  const { page, context } = maya;
  await maya.comesIn(student(1));
  await withoutSockets(context, "blocked");
  await page.goto("/inbox");
  await maya.row("14 Mill Road").first().click();
  await expect(page).toHaveURL(/\/inbox\/./);
  await maya.says("Can I see the room tomorrow?");
  // By HTTP, which is taken when there has been no socket for a while.
  await expect(page.getByRole("button", { name: "Discard" })).toBeVisible({ timeout: 20_000 });
  await inspect(page, "message-refused");
  await page.goto("/inbox");
  await page.getByRole("button", { name: /^Account/ }).click();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await inspect(page, "account-menu");
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("dialog", { name: "1 message is not sent yet" })).toBeVisible();
  await inspect(page, "sign-out-unsent");
};

test("what was refused, and leaving with it", async ({ browser }) => {
  test.slow();
  const maya = await createVisitor(browser, options);
  await withRefusedMessages(maya);
  expect(maya.complaints).toEqual([]);
  await maya.context.close();
});
