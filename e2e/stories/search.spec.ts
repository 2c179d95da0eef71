import { expect, test } from "@playwright/test";
import { company, says } from "./company.ts";
import { PHONE, type Visitor } from "./visitor.ts";

/** What was said is found, opened where it stands, and one comes back to what was found. */

const field = ({ page }: Visitor) => page.getByRole("searchbox", { name: "Search conversations and messages" });
const hits = ({ page }: Visitor) => page.getByRole("list", { name: "Messages" });

/** So much is said after it that no first page of the conversation has it. */
const MUCH = 60;
const saysMuch = async (visitor: Visitor, id: string): Promise<void> => {
  const numbers = Array.from({ length: MUCH }, (_, index) => index + 1);
  await Promise.all(numbers.map((n) => says(visitor, id, `Filler number ${n} of the long talk.`)));
  await says(visitor, id, "The last word of the long talk.");
};

test("found by the keyboard, opened in its place, narrowed, and back", async ({ browser }) => {
  test.slow();
  const { alice, bob, carol, withBob, withCarol, complaints, leave } = await company(browser);
  const { page } = alice;
  await says(bob, withBob, "Before it: the lease is ready.");
  await says(bob, withBob, "The deposit is 500 euros, back at the end.");
  await says(alice, withBob, "After it: thank you.");
  await saysMuch(alice, withBob);
  await says(carol, withCarol, "Did you get your deposit back?");

  await page.keyboard.press("/");
  await expect(field(alice)).toBeFocused();
  await page.keyboard.type("deposit");
  await expect(page.getByText("2 messages found")).toBeVisible();
  await expect(page.getByText("No conversation is called that.")).toBeVisible();
  await expect(hits(alice).locator("mark")).toHaveText(["deposit", "deposit"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const hit = hits(alice).getByRole("link").filter({ hasText: "500 euros" });
  await expect(hit).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(withBob));
  const message = alice.bubble("The deposit is 500 euros");
  await expect(message).toBeInViewport();
  for (const around of ["Before it", "After it"]) await expect(alice.bubble(around)).toBeInViewport();
  await expect.poll(() => message.evaluate((element) => element.getAnimations({ subtree: true }).length)).toBeGreaterThan(0);

  // The other one, in the same page; then back to the first, and to what was found.
  await hits(alice).getByRole("link").filter({ hasText: "get your deposit" }).click();
  await expect(alice.bubble("Did you get your deposit back?")).toBeInViewport();
  await page.goBack();
  await expect(alice.bubble("The last word")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(hits(alice).getByRole("link")).toHaveCount(2);

  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByLabel("Written by").selectOption({ label: "Carol" });
  await expect(page.getByText("1 message found")).toBeVisible();
  await page.getByRole("button", { name: "By Carol: take this filter away" }).click();
  await expect(page.getByText("2 messages found")).toBeVisible();

  // What is said while one looks is among it at once.
  await says(carol, withCarol, "And the deposit of the bike?");
  const said = Date.now();
  await expect(page.getByText("3 messages found")).toBeVisible();
  expect(Date.now() - said).toBeLessThan(2_000);

  await field(alice).fill("depositt");
  await expect(page.getByText("Showing results for “deposit”")).toBeVisible();
  await field(alice).fill("unspeakable");
  await expect(page.getByText("No messages found").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field(alice)).toHaveValue("");
  await alice.row("Bob").click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Search in conversation" }).click();
  await expect(field(alice)).toBeFocused();
  await expect(page.getByText("In Bob")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("In Bob")).toHaveCount(0);
  await expect(carol.page.getByText("500 euros")).toHaveCount(0);
  expect(complaints()).toEqual([]);
  await leave();
});

test("on a phone: in one conversation, opened, and back to what was found; without a network names alone", async ({
  browser,
}) => {
  const { alice, bob, carol, withBob, withCarol, complaints, leave } = await company(browser, { viewport: PHONE });
  const { page } = alice;
  await says(bob, withBob, "The deposit is 500 euros.");
  await says(carol, withCarol, "Did you get your deposit back?");
  await alice.row("Bob").click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Search in conversation" }).click();
  await expect(field(alice)).toBeFocused();
  await expect(page.getByText("In Bob")).toBeVisible();
  await page.keyboard.type("depo");
  await expect(page.getByText("1 message found")).toBeVisible();
  await hits(alice).getByRole("link").click();
  await expect(alice.bubble("The deposit is 500 euros.")).toBeInViewport();
  await expect(field(alice)).toBeHidden();
  await page.goBack();
  await expect(hits(alice).getByRole("link")).toBeFocused();
  await page.getByRole("button", { name: "In Bob: take this filter away" }).click();
  await expect(page.getByText("2 messages found")).toBeVisible();
  await expect(page.getByText("In all your conversations")).toBeVisible();
  await alice.context.setOffline(true);
  await expect(page.getByText("You are offline: only the names")).toBeVisible();
  await expect(hits(alice)).toHaveCount(0);
  await field(alice).fill("bo");
  await expect(alice.row("Bob")).toBeVisible();
  await expect(alice.row("Carol")).toHaveCount(0);
  await field(alice).fill("depo");
  await alice.context.setOffline(false);
  await expect(page.getByText("2 messages found")).toBeVisible();
  expect(complaints()).toEqual([]);
  await leave();
});
