import { expect, test } from "@playwright/test";
import { conversation, createVisitor, PHONE, type Visitor } from "./visitor.ts";

const openMenu = ({ page }: Visitor) => page.getByRole("button", { name: "More", exact: true }).click();
const choose = async (visitor: Visitor, item: string): Promise<void> => {
  await openMenu(visitor);
  await visitor.page.getByRole("menuitem", { name: item, exact: true }).click();
};

test("bob blocks alice: she reads neutral words, and when he takes it back they talk again", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await alice.says("Is the room still free?");
  await alice.sees("Is the room still free?", "read");
  await expect(alice.page.getByText("Online", { exact: true }).first()).toBeVisible();

  await choose(bob, "Block Alice");
  const dialog = bob.page.getByRole("dialog", { name: "Block Alice?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(bob.composer()).toBeVisible();
  await choose(bob, "Block Alice");
  await dialog.getByRole("button", { name: "Block", exact: true }).click();
  await expect(bob.page.getByText("You have blocked this person. Unblock them to write.")).toBeVisible();
  await expect(bob.composer()).toHaveCount(0);
  await expect(bob.bubble("Is the room still free?")).toBeVisible();

  await expect(alice.page.getByText("Offline", { exact: true }).first()).toBeVisible();
  await alice.says("Hello?");
  await alice.sees("Hello?", "failed");
  await expect(alice.page.getByText("Messages between you two are not possible at the moment.")).toBeVisible();
  await expect(alice.page.getByText(/blocked/i)).toHaveCount(0);
  await expect(bob.bubble("Hello?")).toHaveCount(0);

  await bob.page.getByRole("button", { name: "Unblock", exact: true }).click();
  await expect(bob.composer()).toBeFocused();
  await expect(alice.page.getByText("Online", { exact: true }).first()).toBeVisible();
  await alice.page.getByRole("button", { name: "Try again" }).click();
  await expect(bob.bubble("Hello?")).toBeVisible();
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("a block made in one tab shows in another, and is taken back among the settings, by the keyboard", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser, { viewport: PHONE });
  const tab = await bob.context.newPage();
  await tab.goto(bob.page.url());
  await expect(tab.getByRole("textbox", { name: /^Message to/ })).toBeVisible();
  await choose(bob, "Block Alice");
  await bob.page.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
  await expect(tab.getByText("You have blocked this person. Unblock them to write.")).toBeVisible();

  await bob.page.goto("/settings/blocked");
  const unblock = bob.page.getByRole("button", { name: "Unblock Alice" });
  await unblock.focus();
  await bob.page.keyboard.press("Enter");
  await expect(bob.page.getByText("Alice is unblocked.")).toBeVisible();
  await expect(bob.page.getByText("You have not blocked anybody.")).toBeVisible();
  await expect(tab.getByRole("textbox", { name: /^Message to/ })).toBeVisible();
  await alice.says("Hello again");
  await expect(tab.locator("[data-message-id]").filter({ hasText: "Hello again" })).toBeVisible();
  await leave();
});

test("a muted conversation says so, still counts, and is heard again", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await choose(bob, "Mute for 8 hours");
  const header = bob.page.locator("header").filter({ has: bob.page.getByRole("heading", { name: "Alice" }) });
  await expect(header.getByText("Muted")).toBeAttached();
  await expect(bob.row("Alice").getByText("Muted")).toBeAttached();
  await bob.page.goto("/inbox");
  await bob.isLive();
  await alice.says("psst");
  await expect(bob.row("Alice").getByText("1 unread message")).toBeAttached();
  await bob.page.goto("/settings/blocked");
  await bob.page.getByRole("button", { name: "Unmute Alice" }).click();
  await expect(bob.page.getByText("Nothing is muted.")).toBeVisible();
  await bob.page.goto("/inbox");
  await expect(bob.row("Alice")).toBeVisible();
  await expect(bob.row("Alice").getByText("Muted")).toHaveCount(0);
  await leave();
});

test("who shares no read receipts is seen to have got a message at most; sharing again shows the truth", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  const settings = await bob.context.newPage();
  await settings.goto("/settings/privacy");
  const receipts = settings.getByRole("switch", { name: "Read receipts" });
  await expect(receipts).toBeChecked();
  await receipts.click();
  await expect(receipts).not.toBeChecked();
  await expect(settings.getByText("Saved.")).toBeVisible();
  await bob.page.bringToFront();
  await alice.says("Have you read this?");
  await expect(bob.bubble("Have you read this?")).toBeVisible();
  await expect(bob.row("Alice").getByText(/unread/)).toHaveCount(0);
  await alice.sees("Have you read this?", "delivered");
  await bob.says("Yes");
  await alice.sees("Have you read this?", "read");

  const presence = settings.getByRole("switch", { name: "Online and last seen" });
  await settings.bringToFront();
  await presence.click();
  await expect(alice.page.getByText("Offline", { exact: true }).first()).toBeVisible();
  await settings.reload();
  await expect(settings.getByRole("switch", { name: "Read receipts" })).not.toBeChecked();
  await presence.click();
  await expect(alice.page.getByText("Online", { exact: true }).first()).toBeVisible();
  const look = await createVisitor(browser);
  await look.page.goto("/settings/privacy");
  await expect(look.page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Fprivacy/);
  await look.context.close();
  await leave();
});
