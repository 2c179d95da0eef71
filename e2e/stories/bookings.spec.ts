import { expect, test } from "@playwright/test";
import { day } from "../harness/homes.ts";
import { withoutSockets } from "./network.ts";
import { card, household, offers, requestsRoom } from "./rooms.ts";
import { createVisitor, PHONE, type Visitor } from "./visitor.ts";

/** Several people with pages of their own: on a busy machine that takes its time. */
test.describe.configure({ timeout: 120_000 });

const stands = async (visitor: Visitor, badge: string): Promise<void> => {
  await expect(card(visitor).getByText(badge, { exact: true })).toBeVisible();
};
const press = (visitor: Visitor, name: string) => card(visitor).getByRole("button", { name, exact: true }).click();
const inOrder = (...names: string[]) => names;

test("a student, a rival and a landlord: asked, approved, confirmed, and every page is right at each step", async ({
  browser,
}) => {
  const house = await household(browser, ["alice", "rita"]);
  const { alice, rita, lena, listingId } = house;
  await requestsRoom(alice, listingId, "I would love to live there.");
  await expect(alice.page).toHaveURL(/\/inbox\/.+/);
  await stands(alice, "Requested");
  await expect(alice.bubble("I would love to live there.")).toBeVisible();
  expect(await offers(alice)).toEqual(inOrder("Other dates", "Withdraw"));
  await requestsRoom(rita, listingId, "Me too, please.");
  await stands(rita, "Requested");

  await lena.row("I would love to live there.").click();
  await stands(lena, "Requested");
  await expect(card(lena)).toContainText("€1,500");
  expect(await offers(lena)).toEqual(inOrder("Approve", "Decline", "Other dates"));
  const list = await alice.newTab();
  await list.page.goto("/bookings");
  await list.isLive();
  await expect(list.page.getByRole("listitem").getByText("Requested", { exact: true })).toBeVisible();

  await card(lena).getByRole("button", { name: "Approve" }).dblclick();
  const pressedAt = Date.now();
  await stands(alice, "Approved");
  console.log(`The student's card showed the approval after ${Date.now() - pressedAt} ms.`);
  await stands(lena, "Approved");
  await expect(list.page.getByRole("listitem").getByText("Approved", { exact: true })).toBeVisible();
  await expect(lena.log().getByText(/^Lena approved Room 1/)).toHaveCount(1);
  await expect(card(lena)).toBeFocused();
  expect(await offers(alice)).toEqual(inOrder("Confirm", "Other dates", "Withdraw"));
  expect(await offers(lena)).toEqual(inOrder("Other dates", "Cancel booking"));
  await stands(rita, "Requested");

  await press(alice, "Confirm");
  await stands(alice, "Confirmed");
  await stands(lena, "Confirmed");
  await expect(list.page.getByRole("listitem").getByText("Confirmed", { exact: true })).toBeVisible();
  await stands(rita, "Expired");
  await expect(card(rita)).toContainText("Somebody else has the room on some of these dates");
  await expect(card(rita).getByRole("group", { name: "What you can do" })).toHaveCount(0);
  expect(await offers(lena)).toEqual(inOrder("Has moved in", "Other dates", "Cancel booking"));

  for (const visitor of [alice, rita, lena]) await visitor.page.reload();
  await stands(alice, "Confirmed");
  await stands(lena, "Confirmed");
  await stands(rita, "Expired");
  await requestsRoom(rita, listingId, "And now?");
  await expect(rita.page.getByText("The room is taken on some of these dates.")).toBeVisible();
  expect(house.complaints()).toEqual([]);
  await house.leave();
});

test("who looks at a page that is behind gets the booking as it is, and a sentence why", async ({ browser }) => {
  const house = await household(browser, ["alice"]);
  const { alice, lena } = house;
  const { id, conversationId } = await house.asks(alice);
  await withoutSockets(lena.context, "pass");
  await lena.page.goto(`/inbox/${conversationId}`);
  await stands(lena, "Requested");
  await alice.page.goto(`/bookings/${id}`);
  await alice.isLive();
  await press(alice, "Withdraw");
  const dialog = alice.page.getByRole("dialog", { name: "Withdraw the request?" });
  await dialog.getByLabel("In your own words").fill("I am staying where I am.");
  await dialog.getByRole("button", { name: "Withdraw" }).click();
  await stands(alice, "Withdrawn");
  await expect(alice.page.getByRole("listitem").filter({ hasText: "alice withdrew the request" })).toContainText(
    "I am staying where I am.",
  );
  await stands(lena, "Requested");
  await press(lena, "Approve");
  await expect(card(lena).getByRole("alert")).toHaveText("This booking has changed meanwhile. Here is how it stands now.");
  await stands(lena, "Withdrawn");
  await expect(card(lena)).toContainText("I am staying where I am.");
  await expect(card(lena).getByRole("group", { name: "What you can do" })).toHaveCount(0);
  await house.leave();
});

test("other dates are proposed and taken, and a booking is cancelled with its reason, on a phone", async ({ browser }) => {
  const house = await household(browser, ["alice"], { viewport: PHONE });
  const { alice, lena } = house;
  const { conversationId } = await house.asks(alice);
  for (const visitor of [alice, lena]) {
    await visitor.page.goto(`/inbox/${conversationId}`);
    await visitor.isLive();
  }
  await press(lena, "Other dates");
  const dates = lena.page.getByRole("dialog", { name: "Propose other dates" });
  await dates.getByLabel("Day of leaving").fill(day(1));
  await dates.getByRole("button", { name: "Propose" }).click();
  await expect(dates.getByText("The day of leaving must be after the first day.")).toBeVisible();
  await dates.getByLabel("Day of leaving").fill(day(31));
  await expect(dates.getByText("€500", { exact: true }).first()).toBeVisible();
  await dates.getByRole("button", { name: "Propose" }).click();
  await expect(dates).toBeHidden();
  await expect(card(lena)).toContainText("You proposed other dates");
  await expect(card(lena).getByRole("button", { name: "Take these dates" })).toHaveCount(0);
  await expect(card(alice)).toContainText("Lena proposes other dates");
  await press(alice, "Take these dates");
  await expect(card(lena).getByText("You proposed other dates")).toHaveCount(0);
  await expect(card(lena).locator("time").nth(1)).toHaveAttribute("datetime", day(31));
  await press(lena, "Approve");
  await stands(alice, "Approved");
  await alice.context.setOffline(true);
  await expect(card(alice).getByText("You are offline. This needs the network.")).toBeVisible();
  await expect(card(alice).getByRole("button", { name: "Confirm" })).toBeDisabled();
  await alice.context.setOffline(false);
  await press(alice, "Confirm");
  await stands(lena, "Confirmed");

  await press(lena, "Cancel booking");
  const end = lena.page.getByRole("dialog", { name: "Cancel the booking?" });
  await expect(end.getByText("Until 30 days before the first day")).toBeVisible();
  await end.getByRole("button", { name: "Cancel booking" }).click();
  await expect(end.getByText("Choose a reason.")).toBeVisible();
  await end.getByLabel("A problem with the room").check();
  await end.getByRole("button", { name: "Cancel booking" }).click();
  await stands(lena, "Cancelled");
  await stands(alice, "Cancelled");
  await expect(card(alice)).toContainText("A problem with the room");
  expect(house.complaints()).toEqual([]);
  await house.leave();
});

test("a no takes one tap with its reason", async ({ browser }) => {
  const house = await household(browser, ["alice"]);
  const { alice, lena } = house;
  const { conversationId } = await house.asks(alice);
  for (const visitor of [alice, lena]) await visitor.page.goto(`/inbox/${conversationId}`);
  await press(lena, "Decline");
  await lena.page.getByRole("menuitem", { name: "No longer free" }).click();
  await stands(alice, "Declined");
  await expect(card(alice)).toContainText("No longer free");
  await alice.page.goto("/bookings?show=waiting");
  await expect(alice.page.getByRole("heading", { name: "Nothing waits" })).toBeVisible();
  await alice.page.getByRole("link", { name: "Over", exact: true }).click();
  await expect(alice.page).toHaveURL(/show=over/);
  await alice.page.getByRole("link", { name: "Room 1, House at the river" }).click();
  await expect(alice.page.getByRole("heading", { level: 1, name: "Room 1, House at the river" })).toBeVisible();
  expect(house.complaints()).toEqual([]);
  await house.leave();
});

test("a guest signs in on the way to a request, and a landlord is told that rooms are for students", async ({ browser }) => {
  const house = await household(browser, []);
  const { lena, listingId, roomId } = house;
  const guest = await createVisitor(browser);
  await guest.page.goto(`/listings/${listingId}`);
  await guest.page.getByRole("link", { name: "Request this room: Room 1" }).click();
  await expect(guest.page).toHaveURL(/\/sign-in\?next=/);
  await guest.fillSignIn({ email: "student5@uninest.test", password: "uninest-demo" });
  await expect(guest.page.getByRole("heading", { level: 1, name: "Request Room 1" })).toBeVisible();
  await guest.page.getByLabel("First day").fill(day(-1));
  await guest.page.getByRole("button", { name: "Request this room" }).click();
  await expect(guest.page.getByText("This day is over.")).toBeVisible();
  await expect(guest.page.getByLabel("First day")).toBeFocused();

  await lena.page.goto(`/listings/${listingId}`);
  await expect(lena.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(lena.page.getByRole("link", { name: /^Request this room/ })).toHaveCount(0);
  await lena.page.goto(`/listings/${listingId}/request?room=${roomId}`);
  await expect(lena.page.getByRole("heading", { name: "This room is yours" })).toBeVisible();
  await guest.context.close();
  await house.leave();
});

test("on a small phone the buttons of a dialog stay in view, and what is above them scrolls", async ({ browser }) => {
  const house = await household(browser, ["alice"], { viewport: { width: 360, height: 600 } });
  const { alice, lena } = house;
  const { id } = await house.asks(alice);
  await lena.page.goto(`/bookings/${id}`);
  await press(lena, "Approve");
  await press(lena, "Cancel booking");
  const end = lena.page.getByRole("dialog", { name: "Cancel the booking?" });
  const buttons = [end.getByRole("button", { name: "Cancel booking" }), end.getByRole("button", { name: "Keep" })];
  for (const button of buttons) await expect(button).toBeInViewport({ ratio: 1 });
  const note = end.getByRole("textbox");
  await expect(note).not.toBeInViewport();
  await note.scrollIntoViewIfNeeded();
  await expect(note).toBeInViewport({ ratio: 1 });
  for (const button of buttons) await expect(button).toBeInViewport({ ratio: 1 });
  await house.leave();
});
