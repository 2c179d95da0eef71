import fs from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { withoutSockets } from "./network.ts";
import { createVisitor, DESKTOP, landlord, PHONE, student, type Visitor } from "./visitor.ts";

/** Every page and state, on a phone and a desktop, light and dark: axe on each, and with SCREENS=1 a picture to look at. */

type Look = { size: string; viewport: typeof PHONE; theme: "light" | "dark" };
const LOOKS: Look[] = [
  { size: "phone", viewport: PHONE, theme: "light" },
  { size: "phone", viewport: PHONE, theme: "dark" },
  { size: "desktop", viewport: DESKTOP, theme: "light" },
  { size: "desktop", viewport: DESKTOP, theme: "dark" },
];
const SERIOUS = new Set(["serious", "critical"]);

const inspect = async (page: Page, name: string, { size, theme }: Look): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  if (process.env.SCREENS) {
    fs.mkdirSync("screens", { recursive: true });
    await page.screenshot({ path: `screens/${name}-${size}-${theme}.png` });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.filter(({ impact }) => impact && SERIOUS.has(impact));
  expect(found.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target).join("; ")}`)).toEqual([]);
};

const asGuest = async ({ page }: Visitor, look: Look): Promise<void> => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await inspect(page, "listings", look);
  await page.goto("/?city=Atlantis");
  await inspect(page, "listings-empty", look);
  await page.goto("/");
  await page
    .getByRole("link", { name: /14 Mill Road/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "14 Mill Road" })).toBeVisible();
  await inspect(page, "listing", look);
  await page.goto("/sign-in");
  await inspect(page, "sign-in", look);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Write your e-mail address.", { exact: true })).toBeVisible();
  await inspect(page, "sign-in-errors", look);
  await page.goto("/sign-up");
  await inspect(page, "sign-up", look);
  await page.goto("/nowhere");
  await inspect(page, "not-found", look);
};

const inTheInbox = async (maya: Visitor, look: Look): Promise<void> => {
  const { page } = maya;
  await maya.signsIn(student(1));
  await expect(maya.row("14 Mill Road").first()).toBeVisible();
  await inspect(page, "inbox", look);
  await maya.row("14 Mill Road").first().click();
  await expect(maya.composer()).toBeVisible();
  await expect(maya.log().locator("[data-seq]").first()).toBeVisible();
  await inspect(page, "conversation", look);
  await maya.context.setOffline(true);
  await expect(page.getByText("Offline. Your messages will be sent when you are back.")).toBeVisible();
  await inspect(page, "offline", look);
  await maya.context.setOffline(false);
  await page.goto("/inbox/01a2022b-2538-740d-85d2-2739da46ec09");
  await expect(page.getByText("There is no such conversation")).toBeVisible();
  await inspect(page, "no-conversation", look);
  await page.goto("/inbox");
  await page.getByRole("searchbox", { name: "Search conversations" }).fill("nobody of this name");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await inspect(page, "nothing-found", look);
};

const withRefusedMessages = async (maya: Visitor, look: Look): Promise<void> => {
  const { page, context } = maya;
  await maya.signsIn(student(1));
  await withoutSockets(context, "blocked");
  await page.goto("/inbox");
  await maya.row("14 Mill Road").first().click();
  await maya.says("Can I see the room tomorrow?");
  // By HTTP, which is taken when there has been no socket for a while.
  await expect(page.getByRole("button", { name: "Discard" })).toBeVisible({ timeout: 20_000 });
  await inspect(page, "message-refused", look);
  await page.goto("/inbox");
  await page.getByRole("button", { name: /^Account/ }).click();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await inspect(page, "account-menu", look);
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("dialog", { name: "1 message is not sent yet" })).toBeVisible();
  await inspect(page, "sign-out-unsent", look);
};

const asNewcomer = async (newcomer: Visitor, look: Look): Promise<void> => {
  await newcomer.registers(`New ${look.size} ${look.theme}`, "a landlord");
  await newcomer.page.goto("/inbox");
  await expect(newcomer.page.getByText("No conversations yet")).toBeVisible();
  await inspect(newcomer.page, "inbox-empty", look);
};

for (const look of LOOKS) {
  const options = { viewport: look.viewport, colorScheme: look.theme };
  test(`the pages of a guest, ${look.size}, ${look.theme}`, async ({ browser }) => {
    const guest = await createVisitor(browser, options);
    await asGuest(guest, look);
    expect(guest.complaints).toEqual([]);
    await guest.context.close();
  });
  test(`what was refused, and leaving with it, ${look.size}, ${look.theme}`, async ({ browser }) => {
    const maya = await createVisitor(browser, options);
    await withRefusedMessages(maya, look);
    expect(maya.complaints).toEqual([]);
    await maya.context.close();
  });
  test(`the inbox, ${look.size}, ${look.theme}`, async ({ browser }) => {
    const [maya, newcomer, dana] = [
      await createVisitor(browser, options),
      await createVisitor(browser, options),
      await createVisitor(browser, options),
    ];
    await inTheInbox(maya, look);
    await asNewcomer(newcomer, look);
    await dana.signsIn(landlord(1));
    await inspect(dana.page, "inbox-landlord", look);
    expect([...maya.complaints, ...newcomer.complaints, ...dana.complaints]).toEqual([]);
    for (const { context } of [maya, newcomer, dana]) await context.close();
  });
}
