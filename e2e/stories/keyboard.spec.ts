import { expect, test } from "@playwright/test";
import { createVisitor, student } from "./visitor.ts";

test("everything in the inbox can be reached by the keyboard", async ({ browser }) => {
  const { page, context, comesIn, composer } = await createVisitor(browser);
  await comesIn(student(3));
  const search = page.getByRole("searchbox", { name: "Search conversations" });
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(search).toBeFocused();
  await page.keyboard.press("Escape");

  await page.locator("body").press("Alt+ArrowDown");
  await expect(page).toHaveURL(/\/inbox\/.+/);
  const first = page.url();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page).not.toHaveURL(first);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page).toHaveURL(first);

  await composer().focus();
  await page.keyboard.type("line one");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("line two");
  await expect(composer()).toHaveValue("line one\nline two");
  await composer().fill("");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/inbox$/);
  // The address is there before the page: until then the key would be one more letter.
  await expect(composer()).toHaveCount(0);

  await page.locator("body").press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await context.close();
});
