import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { conversation, PHONE } from "./visitor.ts";

const panel = (page: Page, name: string) => page.getByRole("dialog", { name });
const flaws = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
};

test("on a phone it is a sheet, and what was used last goes with its person", async ({ browser }) => {
  const { alice, leave } = await conversation(browser, { viewport: PHONE, hasTouch: true, isMobile: true });
  await alice.page.getByRole("button", { name: "Emoji", exact: true }).tap();
  const sheet = panel(alice.page, "Emoji");
  await sheet.getByRole("gridcell", { name: "grinning face", exact: true }).tap();
  await expect(alice.composer()).toHaveValue("😀");
  await alice.page.getByRole("button", { name: "Emoji", exact: true }).tap();
  await expect(sheet.getByRole("toolbar", { name: "Used last" })).toBeVisible();
  const box = await sheet.boundingBox();
  expect([box?.x, box?.width, (box?.y ?? 0) + (box?.height ?? 0)]).toEqual([0, PHONE.width, PHONE.height]);
  expect(await flaws(alice.page)).toEqual([]);
  expect(await alice.page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("uninest:emoji:")))).toBe(true);
  expect(alice.complaints).toEqual([]);
  await leave();
});
