import { expect, test } from "@playwright/test";
import { v7 } from "uuid";
import { createNextVersion } from "../harness/next-version.ts";
import { keepsMessage, keptMessages } from "./kept.ts";
import { baseUrl, conversation, createVisitor, type Visitor } from "./visitor.ts";

const OFFLINE = /^Offline/;

/** Closes the tab and opens a new one at that address, as somebody does who comes back later. */
const comesBack = async ({ context, newTab }: Visitor, path: string) => {
  for (const page of context.pages()) await page.close();
  const tab = await newTab();
  await tab.page.goto(path);
  return tab;
};

test("after one visit the inbox opens without a network, takes messages in, and catches up", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  await bob.says("Is the room still free?");
  await expect(alice.bubble("Is the room still free?")).toBeVisible();
  await alice.isInstalled();
  await keepsMessage(alice.page, id, "Is the room still free?");

  await alice.context.setOffline(true);
  const tab = await comesBack(alice, `/inbox/${id}`);
  await expect(tab.bubble("Is the room still free?")).toBeVisible();
  await expect(tab.page.getByText(OFFLINE)).toContainText("This is what this device has kept");
  await expect(tab.row("Bob").first()).toBeVisible();
  await tab.says("It is, come and see it");
  await tab.sees("It is, come and see it", "pending");
  await bob.says("Are you there?");

  await alice.context.setOffline(false);
  await tab.isLive();
  await expect(tab.page.getByText(OFFLINE)).toHaveCount(0);
  await expect(tab.bubble("Are you there?")).toBeVisible();
  await expect(bob.bubble("It is, come and see it")).toHaveCount(1);
  await tab.sees("It is, come and see it", "read");
  await leave();
});

test("a conversation that was never opened is readable too", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  const { page } = alice;
  await bob.says("You have never opened this");
  // A page that has only the list, from its first moment.
  await page.goto("/inbox");
  await alice.isLive();
  await alice.isInstalled();
  await keepsMessage(page, id, "You have never opened this");
  await alice.context.setOffline(true);
  const tab = await comesBack(alice, "/inbox");
  await tab.row("Bob").first().click();
  await expect(tab.bubble("You have never opened this")).toBeVisible();
  await leave();
});

test("a page that needs the network says so, and shows the way to the messages", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  await bob.says("Kept for the way home");
  await alice.isInstalled();
  await keepsMessage(alice.page, id, "Kept for the way home");
  await alice.context.setOffline(true);
  const { page } = await comesBack(alice, "/");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await page.getByRole("link", { name: "Open your messages" }).click();
  await expect(page.getByRole("link").filter({ hasText: "Bob" }).first()).toBeVisible();
  await alice.context.setOffline(false);
  await leave();
});

const signsOut = async (visitor: Visitor, name: string): Promise<void> => {
  await visitor.page
    .getByRole("button", { name: new RegExp(`^Account of ${name}`) })
    .first()
    .click();
  await visitor.page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(visitor.page).toHaveURL(/\/sign-in/);
};

test("signing out leaves nothing, and who signs in next never sees it", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  await bob.says("Between the two of us");
  await alice.isInstalled();
  await keepsMessage(alice.page, id, "Between the two of us");
  await signsOut(alice, "Alice");
  // The page that comes next forgets what the one that left had no time for.
  await expect.poll(() => keptMessages(alice.page, id)).toEqual([]);
  await alice.context.setOffline(true);
  const nobody = await comesBack(alice, `/inbox/${id}`);
  await expect(nobody.page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await expect(nobody.page.getByText("Between the two of us")).toHaveCount(0);

  await alice.context.setOffline(false);
  // With the network the page goes on by itself, to where a guest is sent.
  await expect(nobody.page).toHaveURL(/\/sign-in/);
  const carol = { email: `carol.${v7()}@people.test`, password: "the password of Carol" };
  await nobody.page.request.post(`${baseUrl()}/api/users`, { data: { ...carol, name: "Carol", role: "student" } });
  await nobody.comesIn(carol);
  await expect(nobody.page.getByText("No conversations yet")).toBeVisible();
  await alice.context.setOffline(true);
  const carols = await comesBack(alice, "/inbox");
  await expect(carols.page.getByText(OFFLINE)).toBeVisible();
  await expect(carols.page.getByText("Between the two of us")).toHaveCount(0);
  await expect(carols.row("Bob")).toHaveCount(0);
  await leave();
});

test("who is told of the end before the request for it is answered leaves nothing either", async ({ browser }) => {
  const { alice, bob, id, leave } = await conversation(browser);
  await bob.says("Between the two of us");
  await keepsMessage(alice.page, id, "Between the two of us");
  await alice.says("And this is kept by me");
  // Who signs out with something unsent is asked first.
  await alice.sees("And this is kept by me", "read");
  // The server does it and says so over the socket; its answer never comes.
  await alice.page.route("**/api/auth/signout", async (route) => {
    await route.fetch();
  });
  await signsOut(alice, "Alice");
  await expect.poll(() => keptMessages(alice.page, id)).toEqual([]);
  await leave();
});

test("a new version waits until one says so", async ({ browser }) => {
  const version = await createNextVersion(baseUrl());
  const visitor = await createVisitor(browser, { baseURL: version.baseUrl });
  const { page, context } = visitor;
  await page.goto("/sign-in");
  await visitor.isInstalled();
  await page.reload();
  await page.getByLabel("E-mail").fill("somebody who writes");
  version.comesOut("the-next-one");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByText("A new version is ready.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("somebody who writes");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue("");
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["uninest-the-next-one"]);
  await expect(page.getByText("A new version is ready.")).toHaveCount(0);
  await context.close();
  version.close();
});
