import { expect, test } from "@playwright/test";
import { createHome, day } from "../harness/homes.ts";
import { storyServer } from "../harness/story-server.ts";
import { baseUrl, conversation, type Visitor } from "./visitor.ts";

const headers = () => ({ origin: baseUrl() });
const bell = ({ page }: Visitor) => page.getByRole("link", { name: /^Notifications/ }).first();

test("a request is told at once, wherever the landlord looks, and an answer to who asked; reading it here reads it everywhere", async ({
  browser,
}) => {
  const { alice, bob, bobId, leave } = await conversation(browser);
  const { roomId, listingId } = await createHome(storyServer().databaseUrl, bobId);
  await expect(bell(bob)).toHaveAccessibleName("Notifications");

  const asked = await alice.page.request.post("/api/bookings", {
    data: { roomId, from: day(2), to: day(180) },
    headers: headers(),
  });
  expect(asked.status()).toBe(201);
  const booking = await asked.json();
  await expect(bell(bob)).toHaveAccessibleName("Notifications 1 unread notification");
  await expect(bell(alice)).toHaveAccessibleName("Notifications");

  await bell(bob).click();
  await expect(bob.page.getByRole("heading", { name: "Notifications", level: 1 })).toBeVisible();
  const entry = bob.page.getByRole("list", { name: /^Notifications/ }).getByRole("link", { name: /Alice asked for Room 1/ });
  await expect(entry).toContainText("House at the river");
  await expect(entry).toContainText("Unread");
  await entry.click();
  await expect(bob.page).toHaveURL(new RegExp(`/inbox/${booking.conversationId}`));
  await expect(bell(bob)).toHaveAccessibleName("Notifications");

  const approved = await bob.page.request.post(`/api/bookings/${booking.id}/approve`, { data: {}, headers: headers() });
  expect(approved.status()).toBe(200);
  await expect(bell(alice)).toHaveAccessibleName("Notifications 1 unread notification");
  await expect(bell(bob)).toHaveAccessibleName("Notifications");
  // Looking at the conversation in which it happened is as good as reading it in the list.
  const second = await alice.newTab();
  await second.page.goto(`/inbox/${booking.conversationId}`);
  await second.page.bringToFront();
  await expect(second.page.getByRole("link", { name: /^Notifications/ }).first()).toHaveAccessibleName("Notifications");
  await expect(bell(alice)).toHaveAccessibleName("Notifications");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  expect(listingId).toBe(booking.listing.id);
  await leave();
});

test("the list fills as things happen; all of it can be marked as read, and without a network it says that it could not", async ({
  browser,
}) => {
  const { alice, bob, bobId, leave } = await conversation(browser);
  await bob.page.goto("/notifications");
  await bob.isLive();
  await expect(bob.page.getByText("Nothing has happened yet")).toBeVisible();
  for (const from of [2, 3]) {
    const { roomId } = await createHome(storyServer().databaseUrl, bobId);
    const data = { roomId, from: day(from), to: day(180) };
    expect((await alice.page.request.post("/api/bookings", { data, headers: headers() })).status()).toBe(201);
  }
  const all = bob.page.getByRole("button", { name: "Mark all as read" });
  await expect(bob.page.getByRole("listitem").filter({ hasText: "Unread" })).toHaveCount(2);
  await expect(bell(bob)).toHaveAccessibleName("Notifications 2 unread notifications");
  await bob.context.setOffline(true);
  await all.click();
  await expect(bob.page.getByText("That did not work. Try again.")).toBeVisible();
  await bob.context.setOffline(false);
  await all.click();
  await expect(bob.page.getByRole("listitem").filter({ hasText: "Unread" })).toHaveCount(0);
  await expect(all).toBeHidden();
  await expect(bell(bob)).toHaveAccessibleName("Notifications");
  await leave();
});
