import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { company, says } from "./company.ts";
import type { Visitor } from "./visitor.ts";

/** A group shows who is new what was said before: by a switch of its admin, in words to everybody else. */

const members = (page: Page) => page.getByRole("dialog", { name: "Members" });
const opensMembers = async ({ page }: Visitor): Promise<void> => {
  await page.getByRole("button", { name: /see who they are/ }).click();
  await expect(members(page)).toBeVisible();
};
const closesMembers = async ({ page }: Visitor): Promise<void> => {
  await page.keyboard.press("Escape");
  await expect(members(page)).toHaveCount(0);
};
const faults = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).setLegacyMode().include('[role="dialog"]').analyze()).violations.map(({ id }) => id);

test("alice opens the history by the keyboard; carol, on a phone, comes back and reads all of it with nothing to catch up on", async ({
  browser,
}) => {
  test.slow();
  const { alice, bob, carol, makesGroup, complaints, leave } = await company(browser);
  await carol.page.setViewportSize({ width: 390, height: 844 });
  const id = await makesGroup("Rook House");
  await says(bob, id, "The bins go out on Monday.");
  for (const { row } of [alice, carol]) await row("Rook House").click();
  for (const visitor of [alice, carol]) await opensMembers(visitor);

  // Carol, who does not lead it, reads how it stands and has nothing to press.
  await expect(members(carol.page).getByRole("switch")).toHaveCount(0);
  await expect(members(carol.page).getByText("Whoever is added sees what is written from then on")).toBeVisible();
  const history = members(alice.page).getByRole("switch", { name: "New members see earlier messages" });
  await expect(history).not.toBeChecked();
  await expect(history).toHaveAccessibleDescription(/^Whoever is added sees everything that was said here\./);
  await history.focus();
  await alice.page.keyboard.press("Space");
  await expect(history).toBeChecked();
  await expect(history).toBeFocused();
  await expect(members(alice.page).getByRole("status")).toHaveText("From now on, new members see earlier messages.");
  await expect(members(carol.page).getByText("Whoever is added sees everything that was said here.")).toBeVisible();
  for (const { page } of [alice, carol]) expect(await faults(page)).toEqual([]);
  await closesMembers(carol);
  await expect(carol.log().getByText("Alice lets new members see earlier messages")).toBeVisible();

  await alice.page.getByRole("button", { name: "What to do with Carol" }).click();
  await alice.page.getByRole("menuitem", { name: "Remove from the group" }).click();
  await alice.page.getByRole("dialog", { name: "Remove Carol?" }).getByRole("button", { name: "Remove", exact: true }).click();
  await expect(carol.page.getByText("You are no longer in “Rook House”")).toBeVisible();
  await says(bob, id, "And the paper on Tuesday.");
  await members(alice.page).getByRole("button", { name: "Add people" }).click();
  const adding = alice.page.getByRole("dialog", { name: "Add people" });
  await expect(adding).toHaveAccessibleDescription("They see everything that was said here, from the first message.");
  await adding.getByRole("option", { name: /Carol/ }).click();
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  await expect(members(alice.page).getByText("1 person was added.")).toBeVisible();

  await carol.page.goto("/inbox");
  await expect(carol.row("Rook House")).toBeVisible();
  await expect(carol.row("Rook House").getByText(/unread/)).toHaveCount(0);
  await carol.row("Rook House").click();
  for (const words of ["The bins go out on Monday.", "And the paper on Tuesday."])
    await expect(carol.bubble(words)).toBeVisible();
  await expect(carol.log().getByText("Alice removed Carol")).toBeVisible();

  await history.click();
  await expect(history).not.toBeChecked();
  await expect(members(alice.page).getByRole("status")).toHaveText("From now on, new members do not see earlier messages.");
  await expect(carol.log().getByText("Alice no longer lets new members see earlier messages")).toBeVisible();
  await expect(carol.bubble("The bins go out on Monday.")).toBeVisible();
  expect(complaints()).toEqual([]);
  await leave();
});
