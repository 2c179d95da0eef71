import { expect, type Locator, test } from "@playwright/test";
import { household } from "./rooms.ts";
import { baseUrl, conversation, PHONE, type Visitor } from "./visitor.ts";

const saves = async ({ page }: Visitor, title: string, text: string): Promise<void> => {
  const answer = await page.request.post("/api/saved-replies", { data: { title, text }, headers: { origin: baseUrl() } });
  expect(answer.status()).toBe(201);
};

/** Opens the choice of replies in a conversation. */
const chooses = async ({ page }: Visitor): Promise<Locator> => {
  await page.getByRole("button", { name: "Saved replies" }).click();
  const choice = page.getByRole("dialog", { name: "Saved replies" });
  await expect(choice).toBeVisible();
  return choice;
};

test("a landlord writes a reply once, and it fills itself in for whoever asks", async ({ browser }) => {
  const { lena, maya, asks, complaints, leave } = await household(browser, ["maya"]);
  const { conversationId } = await asks(maya);
  const { page } = lena;
  await page.goto(`/inbox/${conversationId}`);
  await (await chooses(lena)).getByRole("link", { name: "Write your first reply" }).click();
  await page.getByRole("button", { name: "Add a reply" }).click();
  await page.getByLabel("Title").fill("Welcome");
  await page.getByLabel("Text", { exact: true }).fill("Hello {nmae}, ");
  await page.getByRole("button", { name: "Save reply" }).click();
  await expect(page.getByText("{nmae} cannot be filled in.")).toBeVisible();
  await page.getByLabel("Text", { exact: true }).fill("Hello , see you!");
  await page.getByLabel("Text", { exact: true }).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
  await page.getByRole("button", { name: "First name" }).click();
  await expect(page.getByText("Hello Maya, see you!")).toBeVisible();
  await page.getByLabel("Text", { exact: true }).fill("Hello {name}, {room} is yours from {from}.");
  await page.getByRole("button", { name: "Save reply" }).click();
  await expect(page.getByText("Welcome is saved.")).toBeVisible();
  await saves(lena, "Access", "Ring twice.");

  await page.goto(`/inbox/${conversationId}`);
  const choice = await chooses(lena);
  await expect(choice.getByRole("listitem")).toHaveCount(2);
  await choice.getByLabel("Search your replies").fill("welc");
  await expect(choice.getByRole("listitem")).toHaveCount(1);
  // What the conversation knows is asked for anew behind the choice, which stays as it is.
  const askedAnew = page.waitForResponse(/\/api\/bookings\?conversationId=/);
  await lena.context.setOffline(true);
  await expect(page.getByText(/^Offline\. /)).toBeAttached();
  await lena.context.setOffline(false);
  await (await askedAnew).finished();
  await expect(choice.getByLabel("Search your replies")).toHaveValue("welc");
  await expect(choice.getByRole("listitem")).toHaveCount(1);
  await choice.getByLabel("Search your replies").press("Enter");
  await expect(lena.composer()).toBeFocused();
  await expect(lena.composer()).toHaveValue(/^Hello maya, Room 1 is yours from \d+ \w+( \d+)?\.$/);
  await lena.composer().press("Enter");
  await maya.page.goto(`/inbox/${conversationId}`);
  await expect(maya.bubble("Hello maya, Room 1 is yours from")).toBeVisible();
  await expect(maya.page.getByRole("button", { name: "Saved replies" })).toHaveCount(0);

  await page.goto("/settings/replies");
  await page.getByRole("button", { name: "Delete Access" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Access is deleted.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Your saved replies" }).getByRole("listitem")).toHaveCount(1);
  expect(complaints()).toEqual([]);
  await leave();
});

test("what cannot be filled in is never sent", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser, { viewport: PHONE });
  const { page } = bob;
  await saves(bob, "Room", "Hi {name}, {room} is free. {room}!");
  const choice = await chooses(bob);
  await choice.getByRole("button", { name: /^Room/ }).click();
  const gap = page.getByText("Fill in or remove {{room}} before you send this.");
  await expect(gap).toBeVisible();
  await expect(bob.composer()).toHaveValue("Hi Alice, {{room}} is free. {{room}}!");

  const selected = () =>
    bob.composer().evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  await bob.composer().press("Enter");
  expect(await selected()).toBe("{{room}}");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(bob.composer()).toHaveValue("Hi Alice, {{room}} is free. {{room}}!");

  await page.reload();
  await bob.isLive();
  await expect(gap).toBeVisible();
  await bob.composer().press("Enter");
  await expect(bob.composer()).toHaveValue("Hi Alice, {{room}} is free. {{room}}!");

  await bob.composer().fill("Hi Alice, the attic is free. {{room}}!");
  await expect(gap).toBeVisible();
  await bob.composer().fill("Hi Alice, the attic is free.");
  await expect(gap).toHaveCount(0);
  await bob.composer().press("Enter");
  await expect(alice.bubble("Hi Alice, the attic is free.")).toBeVisible();
  await expect(alice.log().getByText("{{room}}")).toHaveCount(0);

  // What somebody writes in braces of their own is theirs to send.
  await bob.says("{room}");
  await expect(alice.bubble("{room}")).toBeVisible();
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("a student finds no replies to keep", async ({ browser }) => {
  const { alice, leave } = await conversation(browser);
  await alice.page.goto("/settings/replies");
  await expect(alice.page.getByRole("heading", { name: "This page is for landlords" })).toBeVisible();
  await expect(alice.page.getByRole("link", { name: "Saved replies" })).toHaveCount(0);
  expect(alice.complaints).toEqual([]);
  await leave();
});
