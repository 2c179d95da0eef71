import { expect, test } from "@playwright/test";
import { conversation, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

/** Of one who blocks and mutes the other of a conversation. */
const keepingOut = async (bob: Visitor): Promise<void> => {
  const { page } = bob;
  const more = page.getByRole("button", { name: "More", exact: true });
  await page.goto("/settings/blocked");
  await expect(page.getByText("You have not blocked anybody.")).toBeVisible();
  await inspect(page, "settings-blocked-empty");
  await page.goBack();
  await bob.isLive();
  await more.click();
  await expect(page.getByRole("menuitem", { name: "Block Alice" })).toBeVisible();
  await inspect(page, "conversation-menu");
  await page.getByRole("menuitem", { name: "Mute for a week" }).click();
  await expect(page.getByText("Muted").first()).toBeAttached();
  await more.click();
  await page.getByRole("menuitem", { name: "Block Alice" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inspect(page, "block-dialog");
  await page.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
  await expect(page.getByRole("button", { name: "Unblock", exact: true })).toBeVisible();
  await inspect(page, "conversation-blocked");
  await page.goto("/settings/blocked");
  await expect(page.getByRole("button", { name: "Unblock Alice" })).toBeVisible();
  await inspect(page, "settings-blocked");
  await page.goto("/settings/privacy");
  await page.getByRole("switch", { name: "Read receipts" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await inspect(page, "settings-privacy");
  await bob.context.setOffline(true);
  await page.getByRole("switch", { name: "Online and last seen" }).click();
  await expect(page.getByText("That was not saved. Try again.")).toBeVisible();
  await inspect(page, "settings-privacy-failed");
};

test("keeping somebody out", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  await alice.says("Is the room still free?");
  await keepingOut(bob);
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("what the scan says to readers and writers", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  await bob.says("Please send me a photo of your passport.");
  await expect(alice.page.getByText(/^It asks for papers/)).toBeVisible();
  await inspect(alice.page, "message-warned");
  await bob.says("Call me on +49 151 2345 6789.");
  await expect(bob.page.getByText(/^Not sent: It gives a telephone number/)).toBeVisible();
  await inspect(bob.page, "message-rejected");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});
