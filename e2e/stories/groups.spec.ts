import { expect, type Page, test } from "@playwright/test";
import { company } from "./company.ts";
import type { Visitor } from "./visitor.ts";

/** People make a group, talk in it, are removed and leave. */

const members = (page: Page) => page.getByRole("dialog", { name: "Members" });
const opensMembers = async ({ page }: Visitor): Promise<void> => {
  await page.getByRole("button", { name: /see who they are/ }).click();
  await expect(members(page)).toBeVisible();
};
const chooses = async (page: Page, person: string, item: string): Promise<void> => {
  await page.getByRole("button", { name: `What to do with ${person}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

test("alice makes a group with bob, and carol comes later; carol is removed and hears nothing more; bob takes over", async ({
  browser,
}) => {
  test.slow();
  const { alice, bob, carol, complaints, leave } = await company(browser);

  // By the keyboard: a name, then people by the first letters of theirs.
  await alice.page.getByRole("button", { name: "New group" }).focus();
  await alice.page.keyboard.press("Enter");
  const dialog = alice.page.getByRole("dialog", { name: "New group" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Create the group" }).click();
  await expect(dialog.getByText("Give the group a name.")).toBeVisible();
  await expect(dialog.getByText("Choose at least one person.")).toBeVisible();
  await dialog.getByLabel("Name of the group").fill("Rook House");
  const people = dialog.getByRole("combobox", { name: "People" });
  await people.focus();
  await expect(dialog.getByRole("option")).toHaveCount(2);
  await alice.page.keyboard.type("bo");
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await alice.page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Leave Bob out" })).toBeVisible();
  await expect(people).toHaveValue("");
  await dialog.getByRole("button", { name: "Create the group" }).click();
  await expect(alice.composer()).toBeVisible();
  await expect(alice.log().getByText("Alice made the group “Rook House”")).toBeVisible();

  await alice.says("Only Bob reads this.");
  await expect(carol.row("Rook House")).toHaveCount(0);
  await opensMembers(alice);
  await members(alice.page).getByRole("button", { name: "Add people" }).click();
  const adding = alice.page.getByRole("dialog", { name: "Add people" });
  await expect(adding.getByRole("option")).toHaveCount(1);
  await adding.getByRole("option", { name: /Carol/ }).click();
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  await expect(members(alice.page).getByText("1 person was added.")).toBeVisible();
  await alice.page.keyboard.press("Escape");

  for (const { row, page } of [bob, carol]) {
    await row("Rook House").click();
    await expect(page.getByRole("button", { name: "3 people: see who they are" })).toBeVisible();
  }
  await expect(carol.log().getByText("Alice added Carol")).toBeVisible();
  await expect(carol.page.getByText("Only Bob reads this.")).toHaveCount(0);
  await alice.says("Who has the key?");
  await expect(bob.bubble("Who has the key?")).toContainText("Alice");
  await bob.says("I do.");
  await alice.sees("Who has the key?", "read");
  await expect(carol.bubble("I do.")).toContainText("Bob");
  await alice.bubble("Who has the key?").first().hover();
  await alice.bubble("Who has the key?").first().getByRole("button", { name: "What to do with this message" }).click();
  await alice.page.getByRole("menuitem", { name: "Who has read it" }).click();
  await expect(alice.page.getByRole("dialog").getByText("Read by 2 of 2")).toBeVisible();
  await alice.page.keyboard.press("Escape");

  // Whom one names is chosen without leaving the field.
  await alice.composer().pressSequentially("Ask @c");
  await expect(alice.page.getByRole("listbox", { name: "People to name" }).getByRole("option")).toHaveText([/Carol$/]);
  await alice.page.keyboard.press("Enter");
  await expect(alice.composer()).toHaveValue("Ask @Carol ");
  await alice.composer().pressSequentially("please");
  await alice.page.keyboard.press("Enter");
  for (const { bubble } of [alice, bob, carol])
    await expect(bubble("Ask @Carol please").locator("strong").filter({ hasText: "@Carol" })).toBeVisible();

  for (const { composer } of [bob, carol]) await composer().pressSequentially("Well");
  await expect(alice.page.getByText(/^(Bob and Carol|Carol and Bob) are typing$/)).toBeVisible();

  // Who does not lead it sees who is in it, and nothing to press but the way out.
  await opensMembers(bob);
  await expect(members(bob.page).getByRole("listitem").filter({ hasText: "Alice" })).toContainText("Admin");
  await expect(members(bob.page).getByRole("button", { name: /^What to do|Add people|Rename/ })).toHaveCount(0);
  await bob.page.keyboard.press("Escape");

  await opensMembers(alice);
  await members(alice.page).getByLabel("Name of the group").fill("The Nest");
  await members(alice.page).getByRole("button", { name: "Rename" }).click();
  await expect(bob.page.getByRole("heading", { name: "The Nest" })).toBeVisible();
  await chooses(alice.page, "Carol", "Remove from the group");
  await alice.page.getByRole("dialog", { name: "Remove Carol?" }).getByRole("button", { name: "Remove", exact: true }).click();
  await expect(members(alice.page).getByText("Carol is no longer in the group.")).toBeVisible();
  await expect(members(alice.page).getByRole("listitem")).toHaveCount(2);
  await expect(carol.page.getByText("You are no longer in “The Nest”")).toBeVisible();
  await expect(carol.row("The Nest")).toHaveCount(0);
  await alice.page.keyboard.press("Escape");
  await expect(members(alice.page)).toHaveCount(0);
  await alice.says("Now we are two.");
  await expect(bob.bubble("Now we are two.")).toBeVisible();
  await expect(bob.log().getByText("Alice removed Carol")).toBeVisible();

  await opensMembers(alice);
  await members(alice.page).getByRole("button", { name: "Leave the group" }).click();
  const sure = alice.page.getByRole("dialog", { name: "Leave “The Nest”?" });
  await expect(sure).toContainText("Bob, who has been in it longest, leads it after you.");
  await sure.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(alice.page).toHaveURL(/\/inbox$/);
  await expect(alice.row("The Nest")).toHaveCount(0);
  await expect(bob.log().getByText("Bob is an admin of the group now")).toBeVisible();
  await opensMembers(bob);
  await expect(members(bob.page).getByRole("button", { name: "Add people" })).toBeVisible();

  // All that was said since: it would have been there before this.
  await expect(carol.page.getByText("Now we are two.")).toHaveCount(0);
  await carol.page.reload();
  await expect(carol.page.getByText("There is no such conversation")).toBeVisible();
  await expect(carol.page.getByText("The Nest")).toHaveCount(0);
  expect(complaints()).toEqual([]);
  await leave();
});
