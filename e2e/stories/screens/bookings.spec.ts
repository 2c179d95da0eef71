import { expect, test } from "@playwright/test";
import { day } from "../../harness/homes.ts";
import { card, household, requestsRoom } from "../rooms.ts";
import { createVisitor, landlord, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

type House = Awaited<ReturnType<typeof household<"alice">>>;

/** Of a student, from the form to what became of it. */
const asking = async ({ alice, listingId, roomId }: House): Promise<void> => {
  const { page } = alice;
  await page.goto("/bookings");
  await alice.isLive();
  await expect(page.getByText("No bookings yet")).toBeVisible();
  await inspect(page, "bookings-empty");
  await page.goto(`/listings/${listingId}`);
  await page.getByRole("link", { name: "Request this room: Room 1" }).scrollIntoViewIfNeeded();
  await inspect(page, "listing-of-a-student");
  await page.goto(`/listings/${listingId}/request?room=${roomId}`);
  await page.getByLabel("Day of leaving").fill(day(-1));
  await page.getByRole("button", { name: "Request this room" }).click();
  await expect(page.getByText("The day of leaving must be after the first day.")).toBeVisible();
  await inspect(page, "request-errors");
  await page.getByLabel("Day of leaving").fill(day(120));
  await inspect(page, "request");
  await requestsRoom(alice, listingId, "I would love to live there.");
  await expect(card(alice).getByRole("button", { name: "Withdraw" })).toBeVisible();
  await inspect(page, "booking-card");
};

/** Of the landlord who answers, and cancels in the end. */
const answering = async ({ alice, lena }: House): Promise<void> => {
  const { page } = lena;
  const dialog = page.getByRole("dialog");
  await card(lena).getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("menuitem", { name: "No longer free" })).toBeVisible();
  await inspect(page, "booking-decline");
  await page.keyboard.press("Escape");
  await card(lena).getByRole("button", { name: "Other dates" }).click();
  await expect(dialog).toBeVisible();
  await inspect(page, "booking-dates");
  await dialog.getByLabel("Day of leaving").fill(day(31));
  await dialog.getByRole("button", { name: "Propose" }).click();
  await expect(card(alice).getByRole("button", { name: "Take these dates" })).toBeVisible();
  await inspect(alice.page, "booking-proposal");
  await card(lena).getByRole("button", { name: "Approve" }).click();
  await expect(card(lena).getByText("Approved", { exact: true })).toBeVisible();
  await card(lena).getByText("Cancellation policy").click();
  await inspect(page, "booking-approved");
  await card(lena).getByRole("button", { name: "Cancel booking" }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel booking" }).click();
  await expect(dialog.getByText("Choose a reason.")).toBeVisible();
  await inspect(page, "booking-cancel");
  await dialog.getByLabel("No longer free").check();
  await dialog.getByRole("button", { name: "Cancel booking" }).click();
  await expect(card(lena).getByText("Cancelled", { exact: true })).toBeVisible();
};

const lookingBack = async ({ lena, listingId, roomId }: House): Promise<void> => {
  const { page } = lena;
  await page.goto("/bookings");
  await page.getByRole("link", { name: "Room 1, House at the river" }).click();
  await expect(page.getByRole("heading", { name: "What happened" })).toBeVisible();
  await inspect(page, "booking");
  await page.goto(`/listings/${listingId}/request?room=${roomId}`);
  await expect(page.getByRole("heading", { name: "This room is yours" })).toBeVisible();
  await inspect(page, "request-landlord");
};

const ofOneWithMany = async (busy: Visitor): Promise<void> => {
  await busy.comesIn(landlord(1), "/bookings");
  await expect(busy.page.getByRole("listitem").first()).toBeVisible();
  await inspect(busy.page, "bookings");
  await busy.context.setOffline(true);
  await expect(busy.page.getByText("You are offline. What is shown may have changed.")).toBeVisible();
  await busy.page.getByRole("link", { name: "Over", exact: true }).click();
  await expect(busy.page.getByText("The bookings could not be loaded.")).toBeVisible({ timeout: 20_000 });
  await inspect(busy.page, "bookings-offline");
};

test("asking for a room", async ({ browser }) => {
  test.slow();
  const house = await household(browser, ["alice"], options);
  await asking(house);
  expect(house.complaints()).toEqual([]);
  await house.leave();
});

test("answering a request", async ({ browser }) => {
  test.slow();
  const house = await household(browser, ["alice"], options);
  const { conversationId } = await house.asks(house.alice);
  for (const { page } of [house.alice, house.lena]) await page.goto(`/inbox/${conversationId}`);
  await answering(house);
  expect(house.complaints()).toEqual([]);
  await house.leave();
});

test("the page of a booking", async ({ browser }) => {
  test.slow();
  const house = await household(browser, ["alice"], options);
  await house.asks(house.alice);
  await lookingBack(house);
  expect(house.complaints()).toEqual([]);
  await house.leave();
});

test("a list of bookings, with a network and without", async ({ browser }) => {
  test.slow();
  const busy = await createVisitor(browser, options);
  await ofOneWithMany(busy);
  expect(busy.complaints).toEqual([]);
  await busy.context.close();
});
