import fs from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { v7 } from "uuid";
import { putDeadJob } from "../harness/dead-jobs.ts";
import { day } from "../harness/homes.ts";
import { picture } from "../harness/pictures.ts";
import { execute } from "../harness/sql.ts";
import { nextPlace, storyServer } from "../harness/story-server.ts";
import { company, says } from "./company.ts";
import { keptMessages } from "./kept.ts";
import { findsMail } from "./mails.ts";
import { withoutSockets } from "./network.ts";
import { card, household, requestsRoom } from "./rooms.ts";
import { standsStill } from "./stands-still.ts";
import { baseUrl, conversation, createVisitor, DESKTOP, landlord, newcomer, PHONE, student, type Visitor } from "./visitor.ts";

/** Every page and state, on a phone and a desktop, light and dark: axe on each; with SCREENS=1 in every look, with a picture of each. */

type Look = { size: string; viewport: typeof PHONE; theme: "light" | "dark" };
/** What each test run looks at: between them they hold both sizes and both themes. People walk through the pages in the first. */
const [HELD, ...TURNED]: [Look, ...Look[]] = [
  { size: "phone", viewport: PHONE, theme: "light" },
  { size: "desktop", viewport: DESKTOP, theme: "dark" },
  ...(process.env.SCREENS
    ? ([
        { size: "phone", viewport: PHONE, theme: "dark" },
        { size: "desktop", viewport: DESKTOP, theme: "light" },
      ] as const)
    : []),
];
const SERIOUS = new Set(["serious", "critical"]);

// Most of a run's time is here: its tests are shared out like files.
test.describe.configure({ mode: "parallel" });

/** Without motion a colour is what it will be as soon as the theme turns. */
const options: BrowserContextOptions = { viewport: HELD.viewport, colorScheme: HELD.theme, reducedMotion: "reduce" };

const turnTo = async (page: Page, { viewport, theme }: Look): Promise<void> => {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await standsStill(page);
};

const inspectOne = async (page: Page, name: string, { size, theme }: Look): Promise<void> => {
  if (process.env.SCREENS) {
    fs.mkdirSync("screens", { recursive: true });
    await page.screenshot({ path: `screens/${name}-${size}-${theme}.png` });
  }
  // The other mode opens a page for each look, for frames of other sites: we have none, and it takes twice as long.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  const found = violations.filter(({ impact }) => impact && SERIOUS.has(impact));
  const words = found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join("; ")}`);
  expect(words, `${name}, ${size}, ${theme}`).toEqual([]);
};

const inspect = async (page: Page, name: string): Promise<void> => {
  await turnTo(page, HELD);
  await inspectOne(page, name, HELD);
  for (const look of TURNED) {
    await turnTo(page, look);
    await inspectOne(page, name, look);
  }
  await turnTo(page, HELD);
};

const asGuest = async ({ page }: Visitor): Promise<void> => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await inspect(page, "listings");
  await page.goto("/?city=Atlantis");
  await inspect(page, "listings-empty");
  // By its place: what other stories have published since is newer.
  await page.goto("/?city=Cambridge");
  await page
    .getByRole("link", { name: /14 Mill Road/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "14 Mill Road" })).toBeVisible();
  await inspect(page, "listing");
  await page.goto("/sign-in");
  await inspect(page, "sign-in");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Write your e-mail address.", { exact: true })).toBeVisible();
  await inspect(page, "sign-in-errors");
  await page.goto("/sign-up");
  await inspect(page, "sign-up");
  await page.goto("/nowhere");
  await inspect(page, "not-found");
};

/** The pages on which a landlord keeps homes, with a room and a photo that are refused. */
const withHomes = async ({ page, context, registers }: Visitor): Promise<void> => {
  await registers("Homer", "a landlord");
  await page.goto("/my/listings");
  await expect(page.getByText("No homes yet")).toBeVisible();
  await inspect(page, "homes-empty");
  await page.getByRole("link", { name: "Add a home" }).click();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText("Give it a name.")).toBeVisible();
  await inspect(page, "home-new-errors");
  await page.getByLabel("Name of the home").fill("House of screens");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.getByRole("button", { name: "Add a room" }).click();
  await page.getByRole("button", { name: "Save room" }).click();
  await expect(page.getByText("Give the room a name.")).toBeVisible();
  const fake = { name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") };
  await page.getByLabel("Add photos").setInputFiles(fake);
  await expect(page.getByText("notes.jpg is no picture that we can show.")).toBeVisible();
  await inspect(page, "home-refusals");
  await page.getByRole("button", { name: "Delete this home" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inspect(page, "home-delete");
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("UniNest cannot be reached at the moment.")).toBeVisible();
  await inspect(page, "home-offline");
  await context.setOffline(false);
};

const withoutNetwork = async ({ page, context, isInstalled, row, log }: Visitor): Promise<void> => {
  await page.goto("/inbox");
  await row("14 Mill Road").first().click();
  await expect(log().locator("[data-seq]").first()).toBeVisible();
  await isInstalled();
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect.poll(() => keptMessages(page, id), { timeout: 15_000 }).not.toEqual([]);
  await context.setOffline(true);
  // A worker that has just been woken may be told by the tools only then that there is no network, and reach the page meanwhile.
  await expect(async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await inspect(page, "needs-the-network");
  await page.goto("/inbox");
  await row("14 Mill Road").first().click();
  await expect(page.getByText(/^Offline/)).toBeVisible();
  await expect(log().locator("[data-seq]").first()).toBeVisible();
  await inspect(page, "inbox-kept");
  await context.setOffline(false);
};

const inTheInbox = async (maya: Visitor): Promise<void> => {
  const { page } = maya;
  await maya.comesIn(student(1));
  await expect(maya.row("14 Mill Road").first()).toBeVisible();
  await inspect(page, "inbox");
  await maya.row("14 Mill Road").first().click();
  await expect(maya.composer()).toBeVisible();
  await expect(maya.log().locator("[data-seq]").first()).toBeVisible();
  await inspect(page, "conversation");
  await maya.context.setOffline(true);
  await expect(page.getByText("Offline. Your messages will be sent when you are back.")).toBeVisible();
  await inspect(page, "offline");
  await maya.context.setOffline(false);
  await page.goto("/inbox/01a2022b-2538-740d-85d2-2739da46ec09");
  await expect(page.getByText("There is no such conversation")).toBeVisible();
  await inspect(page, "no-conversation");
  await page.goto("/inbox");
  await page.getByRole("searchbox", { name: "Search conversations" }).fill("nobody of this name");
  await expect(page.getByText("No messages found").first()).toBeVisible();
  await inspect(page, "nothing-found");
};

const withRefusedMessages = async (maya: Visitor): Promise<void> => {
  const { page, context } = maya;
  await maya.comesIn(student(1));
  await withoutSockets(context, "blocked");
  await page.goto("/inbox");
  await maya.row("14 Mill Road").first().click();
  await expect(page).toHaveURL(/\/inbox\/./);
  await maya.says("Can I see the room tomorrow?");
  // By HTTP, which is taken when there has been no socket for a while.
  await expect(page.getByRole("button", { name: "Discard" })).toBeVisible({ timeout: 20_000 });
  await inspect(page, "message-refused");
  await page.goto("/inbox");
  await page.getByRole("button", { name: /^Account/ }).click();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await inspect(page, "account-menu");
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("dialog", { name: "1 message is not sent yet" })).toBeVisible();
  await inspect(page, "sign-out-unsent");
};

const asNewcomer = async (newcomer: Visitor): Promise<void> => {
  await newcomer.registers("Newcomer", "a landlord");
  await newcomer.page.goto("/inbox");
  await expect(newcomer.page.getByText("No conversations yet")).toBeVisible();
  await inspect(newcomer.page, "inbox-empty");
  await newcomer.page.goto("/notifications");
  await expect(newcomer.page.getByText("Nothing has happened yet")).toBeVisible();
  await inspect(newcomer.page, "notifications-empty");
};

/** Of one who blocks and mutes the other of a conversation. */
const keepingOut = async (bob: Visitor): Promise<void> => {
  const { page } = bob;
  const more = page.getByRole("button", { name: "More", exact: true });
  await page.goto("/settings/blocked");
  await expect(page.getByText("You have not blocked anybody.")).toBeVisible();
  await inspect(page, "settings-blocked-empty");
  await page.goBack();
  await bob.isLive();
  await more.click();
  await expect(page.getByRole("menuitem", { name: "Block Alice" })).toBeVisible();
  await inspect(page, "conversation-menu");
  await page.getByRole("menuitem", { name: "Mute for a week" }).click();
  await expect(page.getByText("Muted").first()).toBeAttached();
  await more.click();
  await page.getByRole("menuitem", { name: "Block Alice" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inspect(page, "block-dialog");
  await page.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
  await expect(page.getByRole("button", { name: "Unblock", exact: true })).toBeVisible();
  await inspect(page, "conversation-blocked");
  await page.goto("/settings/blocked");
  await expect(page.getByRole("button", { name: "Unblock Alice" })).toBeVisible();
  await inspect(page, "settings-blocked");
  await page.goto("/settings/privacy");
  await page.getByRole("switch", { name: "Read receipts" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await inspect(page, "settings-privacy");
  await bob.context.setOffline(true);
  await page.getByRole("switch", { name: "Online and last seen" }).click();
  await expect(page.getByText("That was not saved. Try again.")).toBeVisible();
  await inspect(page, "settings-privacy-failed");
};

const asForgetful = async ({ page }: Visitor): Promise<void> => {
  await page.goto("/sign-in?why=elsewhere");
  await inspect(page, "sign-in-elsewhere");
  await page.goto("/sign-in?why=suspended&until=2099-03-01T12:00:00.000Z");
  await inspect(page, "sign-in-suspended");
  await page.goto("/forgot-password");
  await inspect(page, "forgot-password");
  await page.getByLabel("E-mail").fill(`forgetful.${v7()}@people.test`);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await inspect(page, "forgot-password-sent");
  await page.goto("/reset-password#token=x");
  await expect(page.getByLabel("New password")).toBeEnabled();
  await inspect(page, "reset-password");
  await page.getByLabel("New password").fill("long enough");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await inspect(page, "reset-password-used");
  await page.goto("/verify-email");
  await expect(page.getByRole("heading", { name: "This link is incomplete" })).toBeVisible();
  await inspect(page, "verify-email-incomplete");
  await page.goto("/unsubscribe");
  await expect(page.getByRole("heading", { name: "This link is incomplete" })).toBeVisible();
  await page.goto("/unsubscribe#token=x");
  await page.reload();
  await expect(page.getByRole("button", { name: "Turn them off" })).toBeEnabled();
  await inspect(page, "unsubscribe");
  await page.goto("/verify-email#token=x");
  await page.reload();
  await expect(page.getByRole("button", { name: "Confirm my address" })).toBeEnabled();
  await inspect(page, "verify-email");
};

const inTheSettings = async (owner: Visitor): Promise<void> => {
  const { page } = owner;
  const account = await owner.registers("Owner", "a student");
  const script = { data: { ...account, deviceName: "A script on the desk" }, headers: { origin: baseUrl() } };
  expect((await page.request.post("/api/tokens", script)).status()).toBe(201);
  await page.goto("/settings/account");
  await expect(page.getByRole("button", { name: "Change password" })).toBeEnabled();
  await inspect(page, "settings-account");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Write your password.")).toBeVisible();
  await inspect(page, "settings-account-errors");
  await page.goto("/settings/devices");
  await page.getByRole("button", { name: /^Sign out A script on the desk/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inspect(page, "settings-devices-confirm");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await inspect(page, "settings-devices");
  await page.goto("/settings/notifications");
  await expect(page.getByText("Looking how it stands")).toBeHidden();
  await page.getByRole("switch", { name: "Quiet hours" }).click();
  await page.getByLabel("Until").fill("22:00");
  await expect(page.getByText("Must be another time.")).toBeVisible();
  await inspect(page, "settings-notifications");
  await page.goto("/settings/devices");
  await owner.context.setOffline(true);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("UniNest cannot be reached at the moment.")).toBeVisible();
  await inspect(page, "settings-devices-offline");
  await owner.context.setOffline(false);
  await findsMail(page, page.getByText(account.email).first());
  await inspect(page, "mails");
};

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

const arrangingViewings = async (maya: Visitor): Promise<void> => {
  const { page } = maya;
  await page.goto("/viewings");
  await expect(page.getByRole("region", { name: "Waiting for you" }).getByRole("article")).toBeVisible();
  await inspect(page, "viewings");
  await page.getByRole("link", { name: "Open the conversation" }).first().click();
  await maya.isLive();
  const card = page.getByRole("article", { name: "Viewing of Kazimierz courtyard" });
  await card.getByRole("radio").first().check();
  await inspect(page, "viewing-card");
  await card.getByRole("button", { name: "Cancel viewing" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel viewing" }).click();
  await expect(page.getByText("Say why.")).toBeVisible();
  await inspect(page, "viewing-cancel");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Propose a viewing" }).click();
  await page.getByLabel("Time 1", { exact: true }).fill("2026-10-25T01:30");
  await page.getByRole("button", { name: "Add another time" }).click();
  await page.getByRole("button", { name: "Offer these times" }).click();
  await expect(page.getByText("Choose a time that is still to come.")).toBeVisible();
  await inspect(page, "viewing-propose");
};

/** Of a landlord whom one student asks, and another asks to move. */
const answeringViewings = async ({ page, context }: Visitor): Promise<void> => {
  await page.goto("/viewings");
  await expect(page.getByRole("region", { name: "Waiting for you" }).getByRole("article").nth(1)).toBeVisible();
  await inspect(page, "viewings-landlord");
  await context.setOffline(true);
  await expect(page.getByText("You are offline. Viewings can be changed when you are back.").first()).toBeVisible();
  await inspect(page, "viewings-offline");
};

test("viewings of a student", async ({ browser }) => {
  test.slow();
  const maya = await createVisitor(browser, options);
  await maya.comesIn(student(1));
  await arrangingViewings(maya);
  expect(maya.complaints).toEqual([]);
  await maya.context.close();
});

test("viewings of a landlord, and of nobody yet", async ({ browser }) => {
  test.slow();
  const [dana, newcomer] = [await createVisitor(browser, options), await createVisitor(browser, options)];
  await dana.comesIn(landlord(1));
  await answeringViewings(dana);
  await newcomer.registers("Nobody", "a student");
  await newcomer.page.goto("/viewings");
  await expect(newcomer.page.getByText("No viewings yet")).toBeVisible();
  await inspect(newcomer.page, "viewings-empty");
  expect([...dana.complaints, ...newcomer.complaints]).toEqual([]);
  for (const { context } of [dana, newcomer]) await context.close();
});

test("a list of bookings, with a network and without", async ({ browser }) => {
  test.slow();
  const busy = await createVisitor(browser, options);
  await ofOneWithMany(busy);
  expect(busy.complaints).toEqual([]);
  await busy.context.close();
});

test("the pages of a guest", async ({ browser }) => {
  test.slow();
  const guest = await createVisitor(browser, options);
  await asGuest(guest);
  expect(guest.complaints).toEqual([]);
  await guest.context.close();
});

test("the homes of a landlord", async ({ browser }) => {
  test.slow();
  const [homer, dana, maya] = [
    await createVisitor(browser, options),
    await createVisitor(browser, options),
    await createVisitor(browser, options),
  ];
  await withHomes(homer);
  await dana.comesIn(landlord(1));
  await dana.page.goto("/my/listings");
  await expect(dana.page.getByRole("heading", { name: "14 Mill Road" })).toBeVisible();
  await inspect(dana.page, "homes");
  await dana.page.getByRole("link", { name: "Edit 14 Mill Road" }).click();
  await expect(dana.page.getByRole("heading", { level: 1, name: "14 Mill Road" })).toBeVisible();
  await inspect(dana.page, "home");
  await maya.comesIn(student(1));
  await maya.page.goto("/my/listings");
  await expect(maya.page.getByRole("heading", { name: "This page is for landlords" })).toBeVisible();
  await inspect(maya.page, "homes-forbidden");
  expect([...homer.complaints, ...dana.complaints, ...maya.complaints]).toEqual([]);
  for (const { context } of [homer, dana, maya]) await context.close();
});

/** The page of saved replies, and the choice of them in a conversation. */
const withReplies = async (bob: Visitor): Promise<void> => {
  const { page } = bob;
  const talk = page.url();
  const choice = page.getByRole("dialog", { name: "Saved replies" });
  await page.getByRole("button", { name: "Saved replies" }).click();
  await expect(choice.getByText("No saved replies yet")).toBeVisible();
  await inspect(page, "replies-choice-empty");
  await page.goto("/settings/replies");
  await expect(page.getByText("No saved replies yet")).toBeVisible();
  await inspect(page, "replies-empty");
  await page.getByRole("button", { name: "Add a reply" }).click();
  await page.getByLabel("Text", { exact: true }).fill("Hello {nmae}");
  await page.getByRole("button", { name: "Save reply" }).click();
  await expect(page.getByText("Give it a title.")).toBeVisible();
  await inspect(page, "replies-errors");
  await page.getByLabel("Title").fill("Still free");
  await page.getByLabel("Text", { exact: true }).fill("Hi {name}, {room} at {home} is still free from {from} on.");
  await page.getByRole("button", { name: "Save reply" }).click();
  await expect(page.getByText("Still free is saved.")).toBeVisible();
  await inspect(page, "replies");
  await page.goto(talk);
  await bob.isLive();
  await page.getByRole("button", { name: "Saved replies" }).click();
  await expect(choice.getByRole("listitem")).toHaveCount(1);
  await inspect(page, "replies-choice");
  await choice.getByRole("button", { name: /^Still free/ }).click();
  await expect(page.getByText(/^Fill in or remove/)).toBeVisible();
  await inspect(page, "replies-unfilled");
};

/** What admins tell everybody: where they write it, and where it stands. */
const announcing = async ({ page, ...ada }: Visitor, maya: Visitor): Promise<void> => {
  await ada.comesIn({ ...student(1), email: "admin@uninest.test" }, "/admin/alerts");
  await expect(page.getByText("Nothing announced yet")).toBeVisible();
  await page.getByRole("button", { name: "Publish to everybody" }).click();
  await expect(page.getByText("Give it a title.")).toBeVisible();
  await inspect(page, "announcements-empty");
  const publishes = async (severity: string, title: string, text: string): Promise<void> => {
    await page.getByRole("radio", { name: severity }).check();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Text", { exact: true }).fill(text);
    await page.getByRole("button", { name: "Publish to everybody" }).click();
    await expect(page.getByText(`${title} is published.`)).toBeVisible();
  };
  await maya.comesIn(student(1), "/bookings");
  await publishes("Information", "New rooms in Leiden", "Twelve homes near the station can be asked for from Monday.");
  await expect(maya.page.getByText("New rooms in Leiden")).toBeVisible();
  await inspect(maya.page, "announcement-on-a-page");
  const pause = "Messages wait from 02:00 to 02:10, and arrive after it.\nNothing is lost, and bookings keep their deadlines.";
  await publishes("Warning", "A short pause tonight", pause);
  await publishes("Urgent", "Photos cannot be uploaded", "We are at it. Everything else works as always.");
  await inspect(page, "announcements");
  await page.getByRole("button", { name: "End New rooms in Leiden" }).click();
  await inspect(page, "announcement-end");
  await page.getByRole("dialog").getByRole("button", { name: "End", exact: true }).click();
  await expect(page.getByText("New rooms in Leiden has ended.")).toBeVisible();
  await maya.page.goto("/inbox");
  await expect(maya.page.getByText("Photos cannot be uploaded")).toBeVisible();
  await inspect(maya.page, "announcement-in-the-inbox");
  await maya.page.getByRole("button", { name: "1 more" }).click();
  await maya.row("14 Mill Road").first().click();
  await expect(maya.composer()).toBeVisible();
  await expect(maya.log().locator("[data-seq]").first()).toBeVisible();
  await inspect(maya.page, "announcements-in-a-conversation");
  await maya.page.goto("/admin/alerts");
  await expect(maya.page.getByRole("heading", { name: "This page is for admins" })).toBeVisible();
  await inspect(maya.page, "announcements-forbidden");
  await page.goto("/admin/audit");
  await expect(page.getByText("published “Photos cannot be uploaded”")).toBeVisible();
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText(/^All is as it was written/)).toBeVisible();
  await inspect(page, "audit-log");
};

test("the saved replies of a landlord", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  await withReplies(bob);
  await alice.page.goto("/settings/replies");
  await expect(alice.page.getByRole("heading", { name: "This page is for landlords" })).toBeVisible();
  await inspect(alice.page, "replies-forbidden");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("announcements", async ({ browser }) => {
  test.slow();
  const [ada, maya] = [await createVisitor(browser, options), await createVisitor(browser, options)];
  await announcing(ada, maya);
  await execute(storyServer().databaseUrl, "delete from alerts");
  expect([...ada.complaints, ...maya.complaints]).toEqual([]);
  for (const { context } of [ada, maya]) await context.close();
});

test("jobs that failed", async ({ browser }) => {
  test.slow();
  const ada = await createVisitor(browser, options);
  const { databaseUrl } = storyServer();
  await ada.comesIn({ ...student(1), email: "admin@uninest.test" }, "/admin/jobs");
  await expect(ada.page.getByText("Nothing has failed")).toBeVisible();
  await inspect(ada.page, "jobs-empty");
  await putDeadJob(databaseUrl, "digest:mail", { userId: v7() }, "connect ECONNREFUSED 192.0.2.25:587");
  await putDeadJob(
    databaseUrl,
    "digest:mail",
    { userId: v7() },
    "Can't send mail - all recipients were rejected: 550 no such user",
  );
  await ada.page.reload();
  const rows = ada.page.getByRole("list", { name: "Jobs that failed" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await inspect(ada.page, "jobs");
  await rows.first().getByRole("button", { name: "Drop" }).click();
  await inspect(ada.page, "job-drop");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await execute(databaseUrl, "delete from graphile_worker._private_jobs where attempts >= max_attempts");
  await rows.first().getByRole("button", { name: "Try" }).click();
  await expect(ada.page.getByText("This job is not here any more.")).toBeVisible();
  await inspect(ada.page, "jobs-gone");
  expect(ada.complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
  await ada.context.close();
});

test("the admin's desk", async ({ browser }) => {
  test.slow();
  // What she sees is of the node that she is connected to.
  const place = nextPlace();
  const { alice, bob, bobId, leave } = await conversation(browser, options, place);
  for (const text of ["Is the room still free?", "Can I see it?"]) await alice.says(text);
  await bob.says("It is.");
  const ada = await createVisitor(browser, options, place);
  const { page } = ada;
  await ada.comesIn({ ...student(1), email: "admin@uninest.test" }, "/admin");
  await expect(page.getByText(/^p50 .* p99/)).toBeVisible({ timeout: 20_000 });
  await inspect(page, "desk-overview");
  await page.getByText("The charts in figures").click();
  await page.getByText("Who is connected").click();
  await expect(page.getByRole("list", { name: "People who are connected" })).toBeVisible();
  await inspect(page, "desk-overview-figures");
  await ada.context.setOffline(true);
  await expect(page.getByText("Not live at the moment")).toBeVisible();
  await inspect(page, "desk-overview-offline");
  await ada.context.setOffline(false);
  await page.goto("/admin/rules");
  await page.getByLabel("A message").fill("Send me your passport, and pay the deposit by Western Union today.");
  await expect(page.getByText("It waits for a moderator.", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Change what contact.details weighs" }).click();
  await inspect(page, "desk-rules");
  await page.goto("/admin/people");
  await expect(page.getByRole("list", { name: "People" })).toBeVisible();
  await inspect(page, "desk-people");
  await page.goto(`/admin/people/${bobId}`);
  await page.getByRole("button", { name: "Warn" }).click();
  await page.getByLabel("The reason").fill("Be kind.");
  await page.getByRole("dialog").getByRole("button", { name: "Warn" }).click();
  await expect(page.getByText("Done, and Bob is told.")).toBeVisible();
  await inspect(page, "desk-person");
  await execute(storyServer().databaseUrl, "delete from sanctions");
  expect([...alice.complaints, ...bob.complaints, ...ada.complaints]).toEqual([]);
  await ada.context.close();
  await leave();
});

/** A report from its dialog to its end, as each of the three sees it. */
const reporting = async (alice: Visitor, bob: Visitor, mia: Visitor): Promise<void> => {
  await inspect(mia.page, "reports-empty");
  await bob.says("Please send me a photo of your passport.");
  await alice.page.getByRole("button", { name: "Report this message of Bob" }).click();
  const dialog = alice.page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await inspect(alice.page, "report-dialog");
  await dialog.getByRole("radio", { name: "A scam" }).check();
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(alice.page.getByRole("dialog", { name: "Thank you" })).toBeVisible();
  await inspect(alice.page, "report-sent");
  const row = mia.page.getByRole("link", { name: /A message of Bob/ });
  await expect(row).toBeVisible();
  await inspect(mia.page, "reports");
  await row.click();
  await expect(mia.page.getByRole("button", { name: "I look at it" })).toBeVisible();
  await inspect(mia.page, "report-case");
  await mia.page.getByRole("button", { name: "Silence" }).click();
  await inspect(mia.page, "report-act");
  await mia.page.getByLabel("The reason").fill("Nobody needs a passport before a viewing.");
  await mia.page.getByRole("dialog").getByRole("button", { name: "Silence" }).click();
  await expect(mia.page.getByText("Done, and Bob is told.")).toBeVisible();
  await bob.page.goto("/settings/reports");
  await bob.page.getByRole("button", { name: "This is wrong" }).click();
  await inspect(bob.page, "settings-reports");
};

test("reports and what comes of them", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  const mia = await newcomer(browser, "Mia", "student", options);
  await execute(storyServer().databaseUrl, "update users set role = 'moderator' where id = $1", [mia.id]);
  await mia.visitor.comesIn(mia.account, "/admin/reports");
  await reporting(alice, bob, mia.visitor);
  for (const table of ["sanctions", "reports"]) await execute(storyServer().databaseUrl, `delete from ${table}`);
  expect([...alice.complaints, ...bob.complaints, ...mia.visitor.complaints]).toEqual([]);
  await mia.visitor.context.close();
  await leave();
});

test("what waits for a moderator, and an account in other hands", async ({ browser }) => {
  test.slow();
  const { alice, bob, bobId, leave } = await conversation(browser, options);
  const mia = await newcomer(browser, "Mia", "student", options);
  const { page } = mia.visitor;
  const sql = (statement: string, ...parameters: string[]) => execute(storyServer().databaseUrl, statement, parameters);
  await sql("update users set role = 'moderator' where id = $1", mia.id);
  await mia.visitor.comesIn(mia.account, "/admin/held");
  await inspect(page, "held-empty");
  await bob.says("Pay the deposit by Western Union today and I post you the keys.");
  await bob.sees("Western Union", "held");
  await expect(bob.bubble("Western Union")).toContainText("Waits for a check by our team.");
  await inspect(bob.page, "message-held");
  // As if the same had been sent to somebody else before, from a new device.
  const carol = await newcomer(browser, "Carol", "student", options);
  await carol.visitor.comesIn(carol.account);
  const opened = await carol.visitor.page.request.post("/api/conversations", {
    data: { userId: bobId },
    headers: { origin: baseUrl() },
  });
  await sql("update users set created_at = now() - interval '1 year' where id = $1", bobId);
  await sql(
    `insert into sent_fingerprints (conversation_id, message_id, sender_id, session_id, is_risky, at)
      select $2, gen_random_uuid(), id, id, true, now() from users where id = $1`,
    bobId,
    (await opened.json()).id,
  );
  await bob.says("Your deposit is refunded in full if you change your mind.");
  await expect(alice.log().getByText(/^Safety check/)).toBeVisible();
  await inspect(alice.page, "safety-warning");
  await page.reload();
  await expect(page.getByText("Account may be taken over")).toBeVisible();
  await inspect(page, "held");
  await page.getByRole("link", { name: /Bob/ }).click();
  await expect(page.getByRole("list", { name: "What waits" })).toBeVisible();
  await inspect(page, "held-case");
  await page.getByRole("button", { name: "Taken over: refuse all" }).click();
  await inspect(page, "held-taken-over");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "This is genuine: release all" }).click();
  await inspect(page, "held-genuine");
  await page.getByRole("dialog").getByRole("button", { name: "Release all" }).click();
  await expect(alice.log().getByText(/^Our team has checked/)).toBeVisible();
  await inspect(alice.page, "safety-checked");
  expect([...alice.complaints, ...bob.complaints, ...mia.visitor.complaints]).toEqual([]);
  for (const { context } of [mia.visitor, carol.visitor]) await context.close();
  await leave();
});

test("keeping somebody out", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  await alice.says("Is the room still free?");
  await keepingOut(bob);
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("a forgotten password", async ({ browser }) => {
  test.slow();
  const forgetful = await createVisitor(browser, options);
  await asForgetful(forgetful);
  expect(forgetful.complaints).toEqual([]);
  await forgetful.context.close();
});

test("the settings", async ({ browser }) => {
  test.slow();
  const owner = await createVisitor(browser, options);
  await inTheSettings(owner);
  expect(owner.complaints).toEqual([]);
  await owner.context.close();
});

test("what was refused, and leaving with it", async ({ browser }) => {
  test.slow();
  const maya = await createVisitor(browser, options);
  await withRefusedMessages(maya);
  expect(maya.complaints).toEqual([]);
  await maya.context.close();
});

test("what the scan says to readers and writers", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  await bob.says("Please send me a photo of your passport.");
  await expect(alice.page.getByText(/^It asks for papers/)).toBeVisible();
  await inspect(alice.page, "message-warned");
  await bob.says("Call me on +49 151 2345 6789.");
  await expect(bob.page.getByText(/^Not sent: It gives a telephone number/)).toBeVisible();
  await inspect(bob.page, "message-rejected");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("what one does with single messages", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, options);
  await alice.says("Is there a desk in the room?");
  await bob.says("Yes, a big one below the window, with two drawers and a lamp.");
  const about = async ({ page, bubble }: Visitor, text: string): Promise<void> => {
    await bubble(text).first().getByRole("button", { name: "What to do with this message" }).click();
    await expect(page.getByRole("menu")).toBeVisible();
  };
  const chooses = ({ page }: Visitor, item: string): Promise<void> => page.getByRole("menuitem", { name: item }).click();
  await about(alice, "Yes, a big one");
  await inspect(alice.page, "message-menu");
  await chooses(alice, "React with ❤️");
  await expect(alice.page.getByRole("button", { name: "❤️: You" })).toBeVisible();
  await about(alice, "Yes, a big one");
  await chooses(alice, "Reply");
  await expect(alice.page.getByText("Reply to Bob")).toBeVisible();
  await inspect(alice.page, "message-reply");
  await alice.says("Lovely, thank you!");
  await expect(alice.bubble("Lovely").getByRole("button", { name: /^Bob wrote/ })).toBeVisible();
  await about(alice, "Is there a desk");
  await chooses(alice, "Edit");
  await alice.page.getByRole("textbox", { name: "Edit your message" }).fill("Is there a big desk in the room?");
  await inspect(alice.page, "message-edit");
  await alice.page.keyboard.press("Enter");
  await expect(alice.bubble("Is there a big desk")).toContainText("edited");
  await about(alice, "Is there a big desk");
  await chooses(alice, "Who has read it");
  await expect(alice.page.getByRole("dialog").getByText("Is there a desk in the room?")).toBeVisible();
  await inspect(alice.page, "message-info");
  await alice.page.keyboard.press("Escape");
  await about(alice, "Is there a big desk");
  await chooses(alice, "Delete for everybody");
  await expect(alice.page.getByRole("button", { name: "Undo" })).toBeVisible();
  await inspectOne(alice.page, "message-undo", HELD);
  await expect(alice.page.getByRole("button", { name: "Undo" })).toHaveCount(0, { timeout: 10_000 });
  await alice.context.setOffline(true);
  await about(alice, "Lovely");
  await chooses(alice, "Edit");
  await alice.page.getByRole("textbox", { name: "Edit your message" }).fill("Lovely, thank you! Call me on +49 151 2345 6789.");
  await alice.page.keyboard.press("Enter");
  await alice.sees("Lovely", "pending");
  await inspect(alice.page, "message-edit-waits");
  await alice.context.setOffline(false);
  await expect(alice.page.getByText(/^Not changed: It gives a telephone number/)).toBeVisible({ timeout: 15_000 });
  await inspect(alice.page, "message-edit-refused");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("files of messages", async ({ browser }) => {
  test.slow();
  const { alice, bob, leave } = await conversation(browser, { ...options, permissions: ["microphone"] });
  const { page } = alice;
  const chooses = (...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> =>
    page.locator('input[type="file"]').setInputFiles(files);
  const photo = async (name: string, colour: string, width = 900, height = 600) => ({
    name,
    mimeType: "image/jpeg",
    buffer: await picture("jpeg", { colour, width, height }),
  });
  const text = { name: "house-rules.txt", mimeType: "text/plain", buffer: Buffer.from("Quiet after ten. ".repeat(400)) };
  await page.route(/\/api\/uploads\//, (route) => route.abort());
  await chooses(await photo("window.jpg", "#68a"), text, { ...text, name: "setup.exe", mimeType: "" });
  await expect(page.getByRole("list", { name: "Files that go with your message" }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText(/kB · Waiting/).first()).toBeVisible();
  await inspect(page, "files-standing");
  await page.getByRole("button", { name: "Remove setup.exe" }).click();
  await alice.says("The window, and the rules of the house.");
  await inspect(page, "files-on-their-way");
  await page.unrouteAll();
  await alice.sees("The window", "read");
  await chooses(await photo("one.jpg", "#2f7d5b"), await photo("two.jpg", "#b77"), await photo("three.jpg", "#dc8", 400));
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const pictures = bob.page.getByRole("button", { name: /Photo 1 of 3 by Alice/ });
  await expect(pictures).toBeVisible();
  await bob.page.getByRole("button", { name: "Record a voice message" }).click();
  await expect(bob.page.getByRole("timer")).toContainText("0:01");
  await inspect(bob.page, "files-recording");
  await bob.page.getByRole("button", { name: "Send the voice message" }).click();
  await expect(page.getByRole("button", { name: "Play Voice message" })).toBeVisible();
  await inspect(page, "files-shown");
  await pictures.click();
  await expect(bob.page.getByRole("dialog", { name: "Photos" })).toBeVisible();
  await inspect(bob.page, "files-viewer");
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});

test("the inbox", async ({ browser }) => {
  test.slow();
  const [maya, newcomer, dana] = [
    await createVisitor(browser, options),
    await createVisitor(browser, options),
    await createVisitor(browser, options),
  ];
  await inTheInbox(maya);
  await withoutNetwork(maya);
  await asNewcomer(newcomer);
  await dana.comesIn(landlord(1));
  await inspect(dana.page, "inbox-landlord");
  await dana.page.goto("/notifications");
  await expect(dana.page.getByRole("list", { name: /^Notifications/ })).toBeVisible();
  await inspect(dana.page, "notifications");
  expect([...maya.complaints, ...newcomer.complaints, ...dana.complaints]).toEqual([]);
  for (const { context } of [maya, newcomer, dana]) await context.close();
});

test("what is fair: plain links, contested alarms, an appeal at the sign-in, reports without a message", async ({ browser }) => {
  test.slow();
  const { databaseUrl } = storyServer();
  const { alice, bob, bobId, leave } = await conversation(browser, options);
  await bob.says("The papers: https://www.openstreetmap.org/#map=19 Please send me a photo of your passport.");
  await expect(alice.page.getByRole("button", { name: /^It is fine/ })).toBeVisible();
  await alice
    .log()
    .getByRole("button", { name: /openstreetmap/ })
    .click();
  await inspect(alice.page, "plain-link");
  await bob.says("Call me on +49 151 2345 6789.");
  await expect(bob.page.getByRole("button", { name: "This is a mistake" })).toBeVisible();
  await inspect(bob.page, "message-refused");
  await bob.page.getByRole("button", { name: "This is a mistake" }).click();
  await expect(bob.page.getByText("A moderator looks at it.")).toBeVisible();
  await inspect(bob.page, "message-contested");
  const mia = await newcomer(browser, "Mia", "student", options);
  await execute(databaseUrl, "update users set role = 'moderator' where id = $1", [mia.id]);
  await mia.visitor.comesIn(mia.account, "/admin/reports");
  await expect(mia.visitor.page.getByRole("list", { name: "Refusals called a mistake" })).toBeVisible();
  await inspect(mia.visitor.page, "contests");
  await bob.page.goto("/settings/reports");
  await expect(bob.page.getByText("It waits for a moderator.")).toBeVisible();
  await inspect(bob.page, "settings-contests");

  const dan = await newcomer(browser, "Dan", "landlord", options);
  await execute(databaseUrl, "update users set banned_until = '9999-12-31T23:59:59.999Z' where id = $1", [dan.id]);
  await execute(
    databaseUrl,
    `insert into sanctions (id, user_id, kind, rule, reason, actor_id)
      values (gen_random_uuid(), $1, 'ban', 'scam', 'Money before a viewing, three times.', $2)`,
    [dan.id, bobId],
  );
  await dan.visitor.page.goto("/sign-in");
  await dan.visitor.fillSignIn(dan.account);
  await expect(dan.visitor.page.getByRole("region", { name: "Why, and what you can do" })).toBeVisible();
  await inspect(dan.visitor.page, "sign-in-kept-out");
  for (const table of ["contests", "sanctions"]) await execute(databaseUrl, `delete from ${table}`);
  expect([...alice.complaints, ...bob.complaints, ...mia.visitor.complaints, ...dan.visitor.complaints]).toEqual([]);
  for (const { visitor } of [mia, dan]) await visitor.context.close();
  await leave();
});

/** From the first name of a group to one's last word in it. */
const inAGroup = async ({ alice, bob, carol, makesGroup }: Awaited<ReturnType<typeof company>>): Promise<void> => {
  const { page } = alice;
  await page.getByRole("button", { name: "New group" }).click();
  const dialog = page.getByRole("dialog", { name: "New group" });
  await dialog.getByRole("option", { name: /Bob/ }).click();
  await dialog.getByRole("button", { name: "Create the group" }).click();
  await expect(dialog.getByText("Give the group a name.")).toBeVisible();
  await inspect(page, "new-group");
  await page.keyboard.press("Escape");
  const id = await makesGroup("Rook House, third floor");
  await says(bob, id, "Who has the key of the cellar?");
  await says(bob, id, "I need it on Saturday, for the bicycle.");
  await says(carol, id, "It hangs in the kitchen.");
  await alice.row("Rook House").first().click();
  await alice.says("Thank you, Carol!");
  await expect(alice.bubble("It hangs in the kitchen.")).toBeVisible();
  await inspect(page, "group");
  await page.getByRole("button", { name: /see who they are/ }).click();
  await expect(page.getByRole("dialog", { name: "Members" })).toBeVisible();
  await inspect(page, "group-members");
  await page.getByRole("button", { name: "What to do with Carol" }).click();
  await page.getByRole("menuitem", { name: "Remove from the group" }).click();
  await expect(page.getByRole("dialog", { name: "Remove Carol?" })).toBeVisible();
  await inspect(page, "group-remove");
  await page.getByRole("dialog", { name: "Remove Carol?" }).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Leave the group" }).click();
  await expect(page.getByRole("dialog", { name: /^Leave / })).toBeVisible();
  await inspect(page, "group-leave");
  await page
    .getByRole("dialog", { name: /^Leave / })
    .getByRole("button", { name: "Cancel" })
    .click();
  await carol.row("Rook House").first().click();
  await expect(carol.bubble("Thank you, Carol!")).toBeVisible();
  await carol.page.getByRole("button", { name: /see who they are/ }).click();
  await expect(carol.page.getByRole("dialog", { name: "Members" })).toBeVisible();
  await inspect(carol.page, "group-members-others");
  await carol.page.keyboard.press("Escape");
  await page.getByRole("switch", { name: "New members see earlier messages" }).click();
  await expect(page.getByText("From now on, new members see earlier messages.")).toBeVisible();
  await inspect(page, "group-history-open");
  await page.getByRole("button", { name: "What to do with Carol" }).click();
  await page.getByRole("menuitem", { name: "Remove from the group" }).click();
  await page.getByRole("dialog", { name: "Remove Carol?" }).getByRole("button", { name: "Remove", exact: true }).click();
  await expect(carol.page.getByText(/^You are no longer in/)).toBeVisible();
  await inspect(carol.page, "group-gone");
  await page.getByRole("button", { name: "Add people" }).click();
  await expect(page.getByRole("dialog", { name: "Add people" }).getByRole("option")).toHaveCount(1);
  await inspect(page, "group-add");
};

const searching = async ({ alice, bob, carol, withBob, withCarol }: Awaited<ReturnType<typeof company>>): Promise<void> => {
  const { page } = alice;
  const field = page.getByRole("searchbox", { name: "Search conversations and messages" });
  await says(bob, withBob, "Bob here: you have the deposit back two weeks after you have moved out, as it says in the lease.");
  await says(carol, withCarol, "Did you get your deposit back?");
  await page.goto("/inbox");
  await alice.isLive();
  await field.fill("deposit");
  await expect(page.getByText("2 messages found")).toBeVisible();
  await inspect(page, "search");
  await field.fill("bob");
  await expect(page.getByText("1 message found")).toBeVisible();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByLabel("Written by").selectOption({ label: "Bob" });
  await page.getByLabel("From", { exact: true }).fill("2026-01-31");
  await expect(page.getByRole("button", { name: /^From 31 Jan/ })).toBeVisible();
  await inspect(page, "search-filtered");
  await field.fill("unspeakable");
  await expect(page.getByText("No messages found").first()).toBeVisible();
  await inspect(page, "search-nothing");
  await page.route(/\/api\/search/, (route) => route.fulfill({ status: 500, body: "{}" }));
  await field.fill("lease");
  await expect(page.getByText("The search did not work")).toBeVisible({ timeout: 20_000 });
  await inspect(page, "search-failed");
  await page.unroute(/\/api\/search/);
  await alice.context.setOffline(true);
  await field.fill("bob");
  await expect(page.getByText(/^You are offline: only/)).toBeVisible();
  await inspect(page, "search-offline");
  await alice.context.setOffline(false);
};

test("a group, and what was said in it", async ({ browser }) => {
  test.slow();
  const all = await company(browser, options);
  await inAGroup(all);
  await searching(all);
  expect(all.complaints()).toEqual([]);
  await all.leave();
});
