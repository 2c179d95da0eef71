import { expect, test } from "@playwright/test";
import { company, says } from "../company.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

/** From the first name of a group to one's last word in it. */
const inAGroup = async ({ alice, bob, carol, makesGroup }: Awaited<ReturnType<typeof company>>): Promise<void> => {
  const { page } = alice;
  await page.getByRole("button", { name: "New group" }).click();
  const dialog = page.getByRole("dialog", { name: "New group" });
  await dialog.getByRole("option", { name: /Bob/ }).click();
  await dialog.getByRole("button", { name: "Create the group" }).click();
  await expect(dialog.getByText("Give the group a name.")).toBeVisible();
  await inspect(page, "new-group");
  await page.keyboard.press("Escape");
  const id = await makesGroup("Rook House, third floor");
  await says(bob, id, "Who has the key of the cellar?");
  await says(bob, id, "I need it on Saturday, for the bicycle.");
  await says(carol, id, "It hangs in the kitchen.");
  await alice.row("Rook House").first().click();
  await alice.says("Thank you, Carol!");
  await expect(alice.bubble("It hangs in the kitchen.")).toBeVisible();
  await inspect(page, "group");
  await page.getByRole("button", { name: /see who they are/ }).click();
  await expect(page.getByRole("dialog", { name: "Members" })).toBeVisible();
  await inspect(page, "group-members");
  await page.getByRole("button", { name: "What to do with Carol" }).click();
  await page.getByRole("menuitem", { name: "Remove from the group" }).click();
  await expect(page.getByRole("dialog", { name: "Remove Carol?" })).toBeVisible();
  await inspect(page, "group-remove");
  await page.getByRole("dialog", { name: "Remove Carol?" }).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Leave the group" }).click();
  await expect(page.getByRole("dialog", { name: /^Leave / })).toBeVisible();
  await inspect(page, "group-leave");
  await page
    .getByRole("dialog", { name: /^Leave / })
    .getByRole("button", { name: "Cancel" })
    .click();
  await carol.row("Rook House").first().click();
  await expect(carol.bubble("Thank you, Carol!")).toBeVisible();
  await carol.page.getByRole("button", { name: /see who they are/ }).click();
  await expect(carol.page.getByRole("dialog", { name: "Members" })).toBeVisible();
  await inspect(carol.page, "group-members-others");
  await carol.page.keyboard.press("Escape");
  await page.getByRole("switch", { name: "New members see earlier messages" }).click();
  await expect(page.getByText("From now on, new members see earlier messages.")).toBeVisible();
  await inspect(page, "group-history-open");
  await page.getByRole("button", { name: "What to do with Carol" }).click();
  await page.getByRole("menuitem", { name: "Remove from the group" }).click();
  await page.getByRole("dialog", { name: "Remove Carol?" }).getByRole("button", { name: "Remove", exact: true }).click();
  await expect(carol.page.getByText(/^You are no longer in/)).toBeVisible();
  await inspect(carol.page, "group-gone");
  await page.getByRole("button", { name: "Add people" }).click();
  await expect(page.getByRole("dialog", { name: "Add people" }).getByRole("option")).toHaveCount(1);
  await inspect(page, "group-add");
};

const searching = async ({ alice, bob, carol, withBob, withCarol }: Awaited<ReturnType<typeof company>>): Promise<void> => {
  const { page } = alice;
  const field = page.getByRole("searchbox", { name: "Search conversations and messages" });
  await says(bob, withBob, "Bob here: you have the deposit back two weeks after you have moved out, as it says in the lease.");
  await says(carol, withCarol, "Did you get your deposit back?");
  await page.goto("/inbox");
  await alice.isLive();
  await field.fill("deposit");
  await expect(page.getByText("2 messages found")).toBeVisible();
  await inspect(page, "search");
  await field.fill("bob");
  await expect(page.getByText("1 message found")).toBeVisible();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByLabel("Written by").selectOption({ label: "Bob" });
  await page.getByLabel("From", { exact: true }).fill("2026-01-31");
  await expect(page.getByRole("button", { name: /^From 31 Jan/ })).toBeVisible();
  await inspect(page, "search-filtered");
  await field.fill("unspeakable");
  await expect(page.getByText("No messages found").first()).toBeVisible();
  await inspect(page, "search-nothing");
  await page.route(/\/api\/search/, (route) => route.fulfill({ status: 500, body: "{}" }));
  await field.fill("lease");
  await expect(page.getByText("The search did not work")).toBeVisible({ timeout: 20_000 });
  await inspect(page, "search-failed");
  await page.unroute(/\/api\/search/);
  await alice.context.setOffline(true);
  await field.fill("bob");
  await expect(page.getByText(/^You are offline: only/)).toBeVisible();
  await inspect(page, "search-offline");
  await alice.context.setOffline(false);
};

test("a group, and what was said in it", async ({ browser }) => {
  test.slow();
  const all = await company(browser, options);
  await inAGroup(all);
  await searching(all);
  expect(all.complaints()).toEqual([]);
  await all.leave();
});
