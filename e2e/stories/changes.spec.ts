import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { keepsMessage } from "./kept.ts";
import { baseUrl, conversation, DESKTOP, newcomer, PHONE, type Visitor } from "./visitor.ts";

/** What one can do with single messages, and what the other one sees of it. */

const opensTools = async ({ page, bubble }: Visitor, text: string): Promise<void> => {
  const message = bubble(text).first();
  await message.hover();
  await message.getByRole("button", { name: "What to do with this message" }).click();
  await expect(page.getByRole("menu", { name: "What to do with this message" })).toBeVisible();
};
const chooses = (page: Page, item: string): Promise<void> => page.getByRole("menuitem", { name: item }).click();

for (const [size, viewport] of [
  ["a phone", PHONE],
  ["a desktop", DESKTOP],
] as const) {
  test(`a message is answered, reacted to, edited and taken away, on ${size}`, async ({ browser }) => {
    const { alice, bob, leave } = await conversation(browser, { viewport });
    await alice.says("Is there a desk in the room?");
    await expect(bob.bubble("Is there a desk")).toBeVisible();

    await opensTools(bob, "Is there a desk");
    await chooses(bob.page, "Reply");
    await expect(bob.page.getByText("Reply to Alice")).toBeVisible();
    await expect(bob.composer()).toBeFocused();
    await bob.says("Yes, below the window.");
    await expect(bob.page.getByText("Reply to Alice")).toHaveCount(0);
    const quote = alice.bubble("Yes, below the window.").getByRole("button", { name: /^You wrote: Is there a desk/ });
    await expect(quote).toBeVisible();

    await opensTools(alice, "Yes, below");
    await chooses(alice.page, "React with 👍");
    for (const { bubble } of [alice, bob])
      await expect(bubble("Yes, below").getByRole("button", { name: /^👍: (You|Alice)/ })).toBeVisible();
    const chip = bob.bubble("Yes, below").getByRole("button", { name: /^👍/ });
    await chip.click();
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    await expect(alice.bubble("Yes, below").getByRole("button", { name: "👍: You, Bob" })).toBeVisible();
    await chip.click();
    await expect(alice.bubble("Yes, below").getByRole("button", { name: "👍: You", exact: true })).toBeVisible();

    await alice.composer().fill("A word that waits");
    await opensTools(alice, "Is there a desk");
    await chooses(alice.page, "Edit");
    const editor = alice.page.getByRole("textbox", { name: "Edit your message" });
    await expect(editor).toBeFocused();
    await editor.fill("Is there a big desk in the room?");
    await editor.press("Enter");
    await expect(bob.bubble("Is there a big desk").first()).toContainText("edited");
    await expect(bob.bubble("Yes, below").getByRole("button", { name: /Is there a big desk/ })).toBeVisible();
    await expect(alice.composer()).toHaveValue("A word that waits");

    await opensTools(alice, "Is there a big desk");
    await chooses(alice.page, "Who has read it");
    const dialog = alice.page.getByRole("dialog", { name: "About this message" });
    await expect(dialog.getByRole("listitem").filter({ hasText: "Bob" })).not.toContainText("Not yet");
    await expect(dialog.getByText("Is there a desk in the room?")).toBeVisible();
    const { violations } = await new AxeBuilder({ page: alice.page }).setLegacyMode().analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
    await dialog.getByRole("button", { name: "Close" }).click();

    await opensTools(alice, "Is there a big desk");
    await chooses(alice.page, "Delete for everybody");
    await expect(alice.page.getByText("This message was deleted").first()).toBeVisible();
    await alice.page.getByRole("button", { name: "Undo" }).click();
    await expect(alice.bubble("Is there a big desk").first()).toBeVisible();
    await expect(bob.page.getByText("This message was deleted")).toHaveCount(0);
    await opensTools(alice, "Is there a big desk");
    await chooses(alice.page, "Delete for everybody");
    await expect(bob.page.getByText("This message was deleted").first()).toBeVisible({ timeout: 12_000 });
    await expect(bob.page.getByText("Is there a big desk")).toHaveCount(0);

    await alice.page.reload();
    await expect(alice.bubble("Yes, below").getByRole("button", { name: /This message was deleted/ })).toBeVisible();
    await expect(alice.page.getByText("Is there a big desk")).toHaveCount(0);
    expect([...alice.complaints, ...bob.complaints]).toEqual([]);
    await leave();
  });
}

test("by the keyboard alone, and out of each by Escape", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await alice.says("Keys alone.");
  await expect(bob.bubble("Keys alone.")).toBeVisible();
  const button = bob.bubble("Keys alone.").getByRole("button", { name: "What to do with this message" });
  await button.focus();
  await bob.page.keyboard.press("Enter");
  await expect(bob.page.getByRole("menu", { name: "What to do with this message" })).toBeVisible();
  await bob.page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await bob.page.keyboard.press("Enter");
  await bob.page.getByRole("menuitem", { name: "Reply" }).press("Enter");
  await expect(bob.page.getByText("Reply to Alice")).toBeVisible();
  await bob.page.keyboard.press("Escape");
  await expect(bob.page.getByText("Reply to Alice")).toHaveCount(0);
  await expect(bob.page).toHaveURL(/\/inbox\/.+/);
  await leave();
});

test("what is answered without a network quotes it once it is sent; what is too late says so", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await alice.says("Are you there?");
  await expect(bob.bubble("Are you there?")).toBeVisible();
  await opensTools(bob, "Are you there?");
  await chooses(bob.page, "Reply");
  await expect(bob.page.getByText("Reply to Alice")).toBeVisible();
  await bob.context.setOffline(true);
  await bob.says("I was in the lift.");
  await expect(bob.bubble("I was in the lift.").getByRole("button", { name: /^Alice wrote: Are you there/ })).toBeVisible();
  await bob.context.setOffline(false);
  await expect(alice.bubble("I was in the lift.").getByRole("button", { name: /^You wrote: Are you there/ })).toBeVisible({
    timeout: 15_000,
  });
  await leave();
});

test("who deletes and leaves has deleted; without a network a press changes nothing, and the page stands", async ({
  browser,
}) => {
  const { alice, bob, leave } = await conversation(browser, { serviceWorkers: "block" });
  await alice.says("Not meant for you.");
  await expect(bob.bubble("Not meant for you.")).toBeVisible();
  await bob.context.setOffline(true);
  await bob.bubble("Not meant for you.").hover();
  await bob.bubble("Not meant for you.").getByRole("button", { name: "What to do with this message" }).click();
  await expect(bob.composer()).toBeVisible();
  await bob.context.setOffline(false);
  await opensTools(alice, "Not meant for you.");
  await chooses(alice.page, "Delete for everybody");
  await expect(alice.page.getByRole("button", { name: "Undo" })).toBeVisible();
  await alice.page.goto("about:blank");
  await expect(bob.page.getByText("This message was deleted").first()).toBeVisible();
  await leave();
});

test("what alice edits, likes and deletes without a network bob sees once she is back, also after a reload", async ({
  browser,
}) => {
  test.slow();
  const { alice, bob, id, leave } = await conversation(browser);
  const edits = async (text: string, words: string): Promise<void> => {
    await opensTools(alice, text);
    await chooses(alice.page, "Edit");
    const editor = alice.page.getByRole("textbox", { name: "Edit your message" });
    await editor.fill(words);
    await editor.press("Enter");
    await expect(alice.bubble(words)).toBeVisible();
  };
  const deletes = async (text: string): Promise<void> => {
    await opensTools(alice, text);
    await chooses(alice.page, "Delete for everybody");
    await expect(alice.bubble(text)).toHaveCount(0);
  };
  for (const text of ["Is there a desk?", "Can I call you?", "Never mind this."]) await alice.says(text);
  await bob.says("Below the window.");
  await expect(alice.bubble("Below the window.")).toBeVisible();
  await alice.isInstalled();
  await keepsMessage(alice.page, id, "Below the window.");

  await alice.context.setOffline(true);
  await edits("Is there a desk?", "Is there a big desk?");
  await alice.sees("Is there a big desk?", "pending");
  await edits("Can I call you?", "Call me on +49 151 2345 6789.");
  await opensTools(alice, "Below the window.");
  await chooses(alice.page, "React with 👍");
  await expect(alice.bubble("Below the window.").getByRole("button", { name: "👍: You" })).toBeVisible();
  await deletes("Never mind this.");
  await alice.says("Is it oack?");
  await edits("Is it oack?", "Is it oak?");
  await alice.says("This is sent to nobody.");
  await deletes("This is sent to nobody.");
  await expect(bob.bubble("Never mind this.")).toBeVisible();
  await expect(bob.bubble("Is there a desk?")).toBeVisible();

  await alice.page.reload();
  await alice.sees("Is there a big desk?", "pending");
  await alice.sees("Is it oak?", "pending");
  await expect(alice.bubble("Below the window.").getByRole("button", { name: "👍: You" })).toBeVisible();
  await expect(alice.bubble("Never mind this.")).toHaveCount(0);

  await alice.context.setOffline(false);
  await alice.isLive();
  await expect(bob.bubble("Is there a big desk?")).toContainText("edited");
  await expect(bob.bubble("Below the window.").getByRole("button", { name: "👍: Alice" })).toBeVisible();
  await expect(bob.bubble("Is it oak?")).not.toContainText("edited");
  await expect(bob.page.getByText("This message was deleted")).toHaveCount(1);
  await expect(bob.bubble("This is sent to nobody.")).toHaveCount(0);
  await alice.sees("Is there a big desk?", "read");

  const refused = alice.bubble("Can I call you?");
  await expect(refused.getByRole("alert")).toContainText(/^Not changed: It gives a telephone number/);
  await expect(refused.getByRole("alert")).toContainText("+49 151 2345 6789");
  await expect(bob.bubble("Can I call you?")).toBeVisible();
  await refused.getByRole("button", { name: "Discard" }).click();
  await expect(refused.getByRole("alert")).toHaveCount(0);
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("what bob wrote goes on to carol as alice's own, and bob hears nothing of it", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  const carol = await newcomer(browser, "Carol", "student");
  await alice.page.request.post("/api/conversations", { data: { userId: carol.id }, headers: { origin: baseUrl() } });
  await carol.visitor.comesIn(carol.account);
  await bob.says("The key is with the neighbour.");
  await expect(alice.bubble("The key is")).toBeVisible();
  await opensTools(alice, "The key is");
  await chooses(alice.page, "Forward");
  const dialog = alice.page.getByRole("dialog", { name: "Forward" });
  await expect(dialog.getByRole("listitem")).toHaveText([/Carol/]);
  await dialog.getByRole("searchbox", { name: "Search conversations" }).fill("nobody");
  await expect(dialog.getByText("No other conversation found.")).toBeVisible();
  await dialog.getByRole("searchbox", { name: "Search conversations" }).fill("car");
  await dialog.getByRole("button", { name: /Carol/ }).click();
  await expect(alice.page.getByText("On its way to Carol.")).toBeVisible();
  await carol.visitor.row("Alice").click();
  await expect(carol.visitor.bubble("The key is with the neighbour.")).toBeVisible();
  await expect(bob.bubble("The key is")).toHaveCount(1);
  expect([...alice.complaints, ...bob.complaints, ...carol.visitor.complaints]).toEqual([]);
  await carol.visitor.context.close();
  await leave();
});
