import { expect, test } from "@playwright/test";
import { conversation, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

/** The page of saved replies, and the choice of them in a conversation. */
const withReplies = async (bob: Visitor): Promise<void> => {
  const { page } = bob;
  const talk = page.url();
  const choice = page.getByRole("dialog", { name: "Saved replies" });
  await page.getByRole("button", { name: "Saved replies" }).click();
  await expect(choice.getByText("No saved replies yet")).toBeVisible();
  await inspect(page, "replies-choice-empty");
  await page.goto("/settings/replies");
  await expect(page.getByText("No saved replies yet")).toBeVisible();
  await inspect(page, "replies-empty");
  await page.getByRole("button", { name: "Add a reply" }).click();
  await page.getByLabel("Text", { exact: true }).fill("Hello {nmae}");
  await page.getByRole("button", { name: "Save reply" }).click();
  await expect(page.getByText("Give it a title.")).toBeVisible();
  await inspect(page, "replies-errors");
  await page.getByLabel("Title").fill("Still free");
  await page.getByLabel("Text", { exact: true }).fill("Hi {name}, {room} at {home} is still free from {from} on.");
  await page.getByRole("button", { name: "Save reply" }).click();
  await expect(page.getByText("Still free is saved.")).toBeVisible();
  await inspect(page, "replies");
  await page.goto(talk);
  await bob.isLive();
  await page.getByRole("button", { name: "Saved replies" }).click();
  await expect(choice.getByRole("listitem")).toHaveCount(1);
  await inspect(page, "replies-choice");
  await choice.getByRole("button", { name: /^Still free/ }).click();
  await expect(page.getByText(/^Fill in or remove/)).toBeVisible();
  await inspect(page, "replies-unfilled");
};

test("the saved replies of a landlord", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  await withReplies(bob);
  await alice.page.goto("/settings/replies");
  await expect(alice.page.getByRole("heading", { name: "This page is for landlords" })).toBeVisible();
  await inspect(alice.page, "replies-forbidden");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});
