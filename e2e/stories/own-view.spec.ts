import { expect, test } from "@playwright/test";
import { withHeldGreeting } from "./network.ts";
import { conversation, type Visitor } from "./visitor.ts";

/** What one does with conversations in one's own list, from their rows, and what the other devices show of it. */

const asks = async ({ page, row }: Visitor, item: string): Promise<void> => {
  await row("Bob").click({ button: "right" });
  await page.getByRole("menu", { name: "What to do with Bob" }).getByRole("menuitem", { name: item, exact: true }).click();
};

test("a row is marked as unread, pinned and archived; every device shows it, and a new message brings it back", async ({
  browser,
}) => {
  const { alice, bob, leave } = await conversation(browser);
  await bob.says("The keys are below the mat.");
  await expect(alice.bubble("The keys")).toBeVisible();
  const tablet = await alice.newTab();
  await tablet.page.goto("/inbox");
  const mark = (visitor: Pick<Visitor, "row">) => visitor.row("Bob").getByText("Marked as unread");
  await expect(tablet.row("Bob")).toBeVisible();

  await asks(alice, "Mark as unread");
  await expect(alice.page).toHaveURL(/\/inbox$/);
  for (const device of [alice, tablet]) await expect(mark(device)).toBeAttached();
  await tablet.row("Bob").click();
  for (const device of [alice, tablet]) await expect(mark(device)).toHaveCount(0);
  await tablet.page.goto("/inbox");
  await asks(alice, "Mark as unread");
  await expect(mark(tablet)).toBeAttached();
  await asks(alice, "Mark as read");
  for (const device of [alice, tablet]) await expect(mark(device)).toHaveCount(0);

  await asks(alice, "Pin");
  for (const device of [alice, tablet]) await expect(device.row("Bob").getByText("Pinned")).toBeAttached();
  await asks(alice, "Archive");
  for (const device of [alice, tablet]) await expect(device.row("Bob")).toHaveCount(0);
  await alice.page.getByRole("tab", { name: "Archived" }).click();
  await expect(alice.row("Bob")).toBeVisible();
  await bob.says("Or is it already open?");
  await expect(alice.row("Bob")).toHaveCount(0);
  await expect(tablet.row("Bob")).toContainText("Or is it already open?");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("what a device hears before its greeting is not taken back by it", async ({ browser }) => {
  const { alice, leave } = await conversation(browser);
  const tablet = await alice.newTab();
  const greeting = await withHeldGreeting(tablet.page);
  await tablet.page.goto("/inbox");
  await expect.poll(greeting.hasCome).toBe(true);
  await asks(alice, "Pin");
  const pin = tablet.row("Bob").getByText("Pinned");
  await expect(pin).toBeAttached();
  greeting.letsThrough();
  await tablet.isLive();
  await expect(pin).toBeAttached();
  await leave();
});
