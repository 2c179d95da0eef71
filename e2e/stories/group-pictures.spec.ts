import { expect, type Page, test } from "@playwright/test";
import { picture } from "../harness/pictures.ts";
import { company } from "./company.ts";
import type { Visitor } from "./visitor.ts";

const members = (page: Page) => page.getByRole("dialog", { name: "Members" });
const opensMembers = async ({ page }: Visitor): Promise<void> => {
  await page.getByRole("button", { name: /see who they are/ }).click();
  await expect(members(page)).toBeVisible();
};

test("a group gets a picture that all in it see; who is named sees an @ until it is read", async ({ browser }) => {
  const { alice, bob, carol, makesGroup, complaints, leave } = await company(browser);
  await makesGroup("Rook House");
  await alice.row("Rook House").click();
  await opensMembers(alice);
  const buffer = await picture("png", { colour: "#c63" });
  await members(alice.page).locator('input[type="file"]').setInputFiles({ name: "house.png", mimeType: "image/png", buffer });
  await expect(members(alice.page).getByText("The group has a new picture.")).toBeVisible();
  const widthIn = ({ row }: Visitor) =>
    row("Rook House")
      .locator("img")
      .evaluate((image: HTMLImageElement) => image.naturalWidth);
  await alice.page.keyboard.press("Escape");
  await expect(members(alice.page)).toHaveCount(0);
  for (const visitor of [alice, bob, carol]) await expect.poll(() => widthIn(visitor)).toBe(288);
  await expect(alice.log().getByText("Alice gave the group a new picture")).toBeVisible();

  await alice.says("Has @Bob the key?");
  const sign = ({ row }: Visitor) => row("Rook House").getByText("You are named");
  await expect(sign(bob)).toBeAttached();
  await bob.page.reload();
  await expect(sign(bob)).toBeAttached();
  await expect(carol.row("Rook House").getByText("1 unread message")).toBeAttached();
  await expect(sign(carol)).toHaveCount(0);
  await bob.row("Rook House").click();
  await expect(bob.bubble("Has @Bob the key?")).toBeVisible();
  await expect(sign(bob)).toHaveCount(0);

  await opensMembers(bob);
  await expect(members(bob.page).getByRole("button", { name: /picture/ })).toHaveCount(0);
  await bob.page.keyboard.press("Escape");
  await expect(members(bob.page)).toHaveCount(0);
  await opensMembers(alice);
  await members(alice.page).getByRole("button", { name: "Take the picture away" }).click();
  await expect(members(alice.page).getByText("The group has no picture any more.")).toBeVisible();
  await expect(members(alice.page).getByRole("button", { name: "Choose a picture" })).toBeFocused();
  await alice.page.keyboard.press("Escape");
  await expect(members(alice.page)).toHaveCount(0);
  for (const { row } of [alice, bob, carol]) {
    await expect(row("Rook House")).toBeVisible();
    await expect(row("Rook House").locator("img")).toHaveCount(0);
  }
  expect(complaints()).toEqual([]);
  await leave();
});
