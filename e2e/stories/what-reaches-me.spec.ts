import { expect, type Page, test } from "@playwright/test";
import { createVisitor } from "./visitor.ts";

/** Does something, and waits until the server has it. */
const saves = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const saved = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.ok());
  await act();
  await saved;
};

test("what reaches one is chosen by kind and way, quiet hours are set and kept, and what was not saved falls back", async ({
  browser,
}) => {
  const maya = await createVisitor(browser);
  const { page, context } = maya;
  await maya.registers("Maya", "a student");
  await page.goto("/settings/notifications");
  const digest = page.getByRole("switch", { name: "What is unread by e-mail" });
  const quiet = page.getByRole("switch", { name: "Quiet hours" });
  await expect(digest).toBeChecked();
  await expect(quiet).not.toBeChecked();
  await saves(page, () => digest.click());
  await expect(page.getByText("Saved.")).toBeVisible();
  await saves(page, () => quiet.click());
  await expect(page.getByText("On the clock of Europe/Berlin.")).toBeVisible();
  await saves(page, () => page.getByLabel("Until").fill("06:30"));
  await page.reload();
  await expect(digest).not.toBeChecked();
  await expect(page.getByLabel("From")).toHaveValue("22:00");
  await expect(page.getByLabel("Until")).toHaveValue("06:30");

  await page.getByLabel("Until").fill("22:00");
  await expect(page.getByText("Must be another time.")).toBeVisible();
  await context.setOffline(true);
  await digest.click();
  await expect(page.getByText("That was not saved. Try again.")).toBeVisible();
  await expect(digest).not.toBeChecked();
  await context.setOffline(false);
  await quiet.click();
  await expect(page.getByLabel("From")).toHaveCount(0);
  expect(maya.complaints).toEqual([]);
  await context.close();
});

test("a link that was cut turns nothing off, and leads to the settings", async ({ browser }) => {
  const maya = await createVisitor(browser);
  await maya.page.goto("/unsubscribe#token=01890000-0000-7000-8000-000000000001.bookings.x");
  await maya.page.getByRole("button", { name: "Turn them off" }).click();
  await expect(maya.page.getByRole("heading", { name: "This link is incomplete" })).toBeFocused();
  await expect(maya.page.getByRole("link", { name: "To the settings" })).toHaveAttribute("href", "/settings/notifications");
  expect(maya.complaints).toEqual([]);
  await maya.context.close();
});
