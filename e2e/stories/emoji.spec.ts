import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { conversation, DESKTOP } from "./visitor.ts";

/** Emoji out of all that there are: as one's words, and below somebody's. */

const panel = (page: Page, name: string) => page.getByRole("dialog", { name });
const flaws = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
};

test("by the keyboard: one is found by its name and stands where one writes, another goes below a message", async ({
  browser,
}) => {
  const { alice, bob, leave } = await conversation(browser, { viewport: DESKTOP });
  const asked: string[] = [];
  alice.page.on("request", (request) => asked.push(new URL(request.url()).origin));
  const { keyboard } = alice.page;

  await alice.composer().fill("Hello there");
  await alice.composer().evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
  await keyboard.press("Tab");
  await expect(alice.page.getByRole("button", { name: "Emoji", exact: true })).toBeFocused();
  await keyboard.press("Enter");
  const choice = panel(alice.page, "Emoji");
  await expect(choice.getByRole("searchbox", { name: "Search emoji" })).toBeFocused();
  await expect(choice.getByRole("gridcell", { name: "grinning face", exact: true })).toBeVisible();
  expect(await flaws(alice.page)).toEqual([]);
  await keyboard.type("no such thing");
  await expect(choice.getByText("No emoji for “no such thing”.")).toBeVisible();
  await choice.getByRole("searchbox").fill("waving hand");
  await expect(choice.getByRole("gridcell")).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(choice).toHaveCount(0);
  await expect(alice.composer()).toBeFocused();
  await expect(alice.composer()).toHaveValue("Hello👋 there");
  await keyboard.press("Enter");
  await expect(bob.bubble("Hello👋 there")).toBeVisible();

  await keyboard.press("Shift+Tab");
  await alice.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await expect(choice.getByRole("toolbar", { name: "Used last" }).getByRole("button", { name: "waving hand" })).toBeVisible();
  // While the choice is open, a screen reader is led to nothing else: a pointer is.
  await alice.page.locator('button[aria-label="Emoji"]').click();
  await expect(choice).toHaveCount(0);
  await alice.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await expect(choice).toBeVisible();
  await keyboard.press("Escape");
  await expect(choice).toHaveCount(0);
  await expect(alice.composer()).toBeFocused();
  await expect(alice.page).toHaveURL(/\/inbox\/.+/);

  await bob.bubble("Hello👋 there").hover();
  await bob.page.getByRole("button", { name: "What to do with this message" }).last().press("Enter");
  await bob.page.getByRole("menuitem", { name: "More emoji" }).press("Enter");
  const reacting = panel(bob.page, "React with an emoji");
  await reacting.getByRole("button", { name: "Skin: no tone" }).click();
  await reacting.getByRole("searchbox").fill("thumbs up");
  await reacting.getByRole("gridcell", { name: "thumbs up" }).click();
  await expect(alice.bubble("Hello👋 there").getByRole("button", { name: "👍🏻: Bob" })).toBeVisible();
  await expect(bob.page.getByRole("button", { name: "What to do with this message" }).last()).toBeFocused();
  await alice.bubble("Hello👋 there").getByRole("button", { name: "React with an emoji" }).click();
  await panel(alice.page, "React with an emoji").getByRole("searchbox").fill("house with garden");
  await panel(alice.page, "React with an emoji").getByRole("gridcell", { name: "house with garden" }).click();
  await expect(bob.bubble("Hello👋 there").getByRole("button", { name: "🏡: Alice" })).toBeVisible();
  expect(new Set(asked)).toEqual(new Set([new URL(alice.page.url()).origin]));
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});
