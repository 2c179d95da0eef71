import { expect, type Page, test } from "@playwright/test";
import { keptEntries, keptText } from "./kept.ts";
import { withoutSockets } from "./network.ts";
import { conversation, createVisitor, student } from "./visitor.ts";

/** What is stored of a conversation, in its order: what the server says, not what a page shows. */
const storedTexts = async ({ page }: { page: Page }, id: string): Promise<string[]> => {
  const texts: string[] = [];
  let after = 0;
  for (let hasMore = true; hasMore; ) {
    const answer = await page.request.get(`/api/conversations/${id}/messages?after=${after}&limit=100`);
    const { messages, hasMore: isMore } = await answer.json();
    texts.push(...messages.map(({ content }: { content: string }) => content));
    after = messages.at(-1)?.seq ?? after;
    hasMore = isMore && messages.length > 0;
  }
  return texts;
};

const numbered = (count: number, what: string): string[] => Array.from({ length: count }, (_, index) => `${what} ${index + 1}.`);

/** Writes without looking whether each bubble is there, as fast as the page takes it. */
const hurries = (page: Page, texts: readonly string[]): Promise<void> =>
  page.evaluate(async (lines) => {
    const field = document.querySelector("textarea");
    const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
    const taken = () => new Promise((resolve) => setTimeout(resolve));
    for (const line of lines) {
      // Through the prototype: React does not hear of a value that is set on the field itself.
      setValue?.call(field, line);
      field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await taken();
      field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      await taken();
    }
  }, texts);

/** The other way is taken from five seconds without a socket on, by the next try: so late it may come. */
const OTHER_WAY_MS = 20_000;

// Each opens several pages: on a busy machine that alone takes a while.
test.describe.configure({ timeout: 120_000 });

test("five written in airplane mode arrive in order after the tab was closed, with no click", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  await alice.context.setOffline(true);
  const texts = numbered(5, "From the plane");
  for (const text of texts) await alice.says(text);
  for (const text of texts) await alice.sees(text, "pending");
  await alice.page.close();
  await alice.context.setOffline(false);
  const later = await alice.newTab();
  await later.page.goto("/inbox");
  await expect.poll(() => storedTexts(bob, id)).toEqual(texts);
  await expect.poll(() => keptEntries(later.page)).toEqual([]);
  await leave();
});

test("two tabs are one outbox: each shows what waits, one sends it, and the other takes over", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  const sent: string[] = [];
  const tabs = [await alice.newTab(), await alice.newTab()] as const;
  for (const { page } of tabs) {
    page.on("websocket", (socket) =>
      socket.on("framesent", ({ payload }) => {
        const [, messageId] = /"message:send".*"messageId":"([^"]+)"/.exec(String(payload)) ?? [];
        if (messageId) sent.push(messageId);
      }),
    );
    await page.goto(`/inbox/${id}`);
  }
  for (const tab of tabs) await tab.isLive();
  await alice.page.close();
  const [first, second] = tabs;

  await first.says("Online, from the first.");
  await second.says("Online, from the second.");
  for (const tab of tabs) await tab.sees("Online, from the second.", "read");
  expect(sent).toHaveLength(2);
  await alice.context.setOffline(true);
  await first.says("One.");
  await second.says("Two.");
  await first.says("Three.");
  for (const text of ["One.", "Two.", "Three."]) for (const tab of tabs) await tab.sees(text, "pending");
  await first.page.close();
  // What went into the line while it was dying is rightly sent again, unless it got through: from here on, each once at most.
  sent.length = 0;
  await alice.context.setOffline(false);
  await second.sees("Three.", "read");
  await expect(second.log().locator("[data-message-id]")).toHaveCount(5);
  const texts = ["Online, from the first.", "Online, from the second.", "One.", "Two.", "Three."];
  expect(await storedTexts(bob, id)).toEqual(texts);
  expect(new Set(sent).size).toBe(sent.length);
  expect(sent.length).toBeGreaterThan(0);
  await leave();
});

/** The process of the page is gone from one moment to the next, as when the system takes its memory. */
const crash = async (page: Page): Promise<void> => {
  const devTools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It has no answer: who could give one is gone.
  void devTools.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
};

test("five crashes of the page, with 200 messages waiting and on their way, lose none and double none", async ({ browser }) => {
  test.slow();
  // A worker that dies with the page would be waited for by the tools that drive the browser, not by the browser.
  const { alice, bob, id, leave } = await conversation(browser, { serviceWorkers: "block" });
  const devTools = await alice.context.newCDPSession(alice.page);
  // Of this page alone: the network of a whole browser with a crashed page in it cannot be switched any more.
  const without = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await devTools.send("Network.emulateNetworkConditions", without);
  const texts = numbered(200, "Before the crash");
  await hurries(alice.page, texts);
  await alice.sees("Before the crash 200.", "pending");
  expect(await storedTexts(bob, id)).toEqual([]);
  await crash(alice.page);
  const stored = async () => (await storedTexts(bob, id)).length;
  for (let crashes = 1; crashes < 5; crashes += 1) {
    const more = Math.min((await stored()) + 1, texts.length);
    const tab = await alice.newTab();
    await tab.page.goto("/inbox");
    await expect.poll(stored, { intervals: [30], timeout: 30_000 }).toBeGreaterThanOrEqual(more);
    await crash(tab.page);
  }
  const later = await alice.newTab();
  await later.page.goto("/inbox");
  await expect.poll(() => storedTexts(bob, id), { timeout: 90_000 }).toEqual(texts);
  await expect.poll(() => keptEntries(later.page)).toEqual([]);
  await leave();
});

test("where no socket gets through, a message goes by HTTP", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  await withoutSockets(alice.context, "pass");
  await alice.page.reload();
  await alice.says("By the other way.");
  await expect(alice.bubble("By the other way.").locator('[data-status="sent"], [data-status="read"]')).toBeVisible({
    timeout: OTHER_WAY_MS,
  });
  await expect(bob.bubble("By the other way.")).toBeVisible();
  await leave();
});

test("what is refused says why, and comes back into the composer to be changed", async ({ browser }) => {
  const { alice, leave } = await conversation(browser);
  await withoutSockets(alice.context, "blocked");
  await alice.page.reload();
  await alice.says("Nobody wants this.");
  await expect(alice.page.getByText("Messages between you two are not possible at the moment.")).toBeVisible({
    timeout: OTHER_WAY_MS,
  });
  await alice.sees("Nobody wants this.", "failed");
  await alice.page.reload();
  await alice.sees("Nobody wants this.", "failed");
  await alice.composer().fill("Half of the next one");
  await alice.page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(alice.composer()).toHaveValue("Nobody wants this.\nHalf of the next one");
  await expect(alice.bubble("Nobody wants this.")).toHaveCount(0);
  await expect.poll(() => keptEntries(alice.page)).toEqual([]);
  await alice.page.reload();
  await expect(alice.composer()).toHaveValue("Nobody wants this.\nHalf of the next one");
  await leave();
});

test("signing out asks before it discards what waits, and then leaves nothing behind", async ({ browser }) => {
  const { alice, leave } = await conversation(browser);
  await withoutSockets(alice.context, "lost");
  await alice.page.reload();
  for (const text of ["First.", "Second."]) {
    await alice.says(text);
    await alice.sees(text, "pending");
  }
  await alice.composer().fill("Not even sent");
  const menu = alice.page.getByRole("button", { name: /^Account of/ });
  await menu.click();
  await alice.page.getByRole("menuitem", { name: "Sign out" }).click();
  const dialog = alice.page.getByRole("dialog", { name: "2 messages are not sent yet" });
  await dialog.getByRole("button", { name: "Stay signed in" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await keptEntries(alice.page)).toHaveLength(2);

  await menu.click();
  await alice.page.getByRole("menuitem", { name: "Sign out" }).click();
  await dialog.getByRole("button", { name: "Sign out and discard" }).click();
  await alice.page.waitForURL(/sign-in/);
  await expect.poll(() => keptEntries(alice.page)).toEqual([]);
  expect(await keptText(alice.page)).not.toContain("Not even sent");
  await leave();
});

test("a shared computer keeps nothing", async ({ browser }) => {
  const maya = await createVisitor(browser);
  await maya.page.goto("/sign-in?next=/inbox");
  await maya.page.getByRole("checkbox", { name: "This is a shared computer" }).check();
  await maya.fillSignIn(student(2));
  await maya.page.waitForURL(/\/inbox/);
  await maya.isLive();
  const other = await maya.newTab();
  await other.page.goto("/inbox");
  await other.isLive();
  await other.page.locator('a[href^="/inbox/"]').first().click();
  await expect(other.log().locator("[data-seq]").first()).toBeVisible();
  await maya.context.setOffline(true);
  await other.says("Nobody else may read this.");
  await other.sees("Nobody else may read this.", "pending");
  await other.composer().fill("Nor this");
  expect(await keptEntries(other.page)).toEqual([]);
  expect(await keptText(other.page)).not.toMatch(/Nobody else|Nor this/);
  await maya.context.setOffline(false);
  await other.sees("Nobody else may read this.", "sent");
  await maya.context.close();
});

test("a message is told of once, whatever the number of tabs, and not while it is in view", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  const told: string[] = [];
  await bob.context.exposeBinding("tell", (_, what: string) => void told.push(what));
  await bob.context.addInitScript(() => {
    const tell = (what: string) => Reflect.get(window, "tell")(what);
    const Shown = class {
      static permission = "granted";
      constructor(title: string, { body }: { body: string }) {
        tell(`${title}: ${body}`);
      }
    };
    Object.defineProperty(window, "Notification", { value: Shown });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...given) {
      tell("a note");
      start.apply(this, given);
    };
  });
  const tabs = [await bob.newTab(), await bob.newTab()] as const;
  await bob.page.close();
  const visits = async ({ page, isLive }: (typeof tabs)[number], path: string): Promise<void> => {
    await page.goto(path);
    await isLive();
    // A browser lets a page make sounds once it has been touched.
    await page.getByRole("searchbox").click();
  };
  for (const tab of tabs) await visits(tab, "/inbox");
  await alice.says("Are you there?");
  await expect.poll(() => told.toSorted()).toEqual(["Alice: Are you there?", "a note", "a note"]);

  await visits(tabs[0], `/inbox/${id}`);
  await alice.says("I see you.");
  await alice.sees("I see you.", "read");
  await visits(tabs[0], "/inbox");
  await alice.says("And now?");
  await expect.poll(() => told.filter((what) => what.startsWith("Alice"))).toEqual(["Alice: Are you there?", "Alice: And now?"]);
  await expect.poll(() => told.filter((what) => what === "a note").length).toBe(4);
  await leave();
});
