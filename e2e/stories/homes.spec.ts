import { type Browser, expect, type Locator, test } from "@playwright/test";
import { v7 } from "uuid";
import { day } from "../harness/homes.ts";
import { picture } from "../harness/pictures.ts";
import { baseUrl, createVisitor, PHONE, student, type Visitor } from "./visitor.ts";

/** The row of one room on the page of a home. */
const room = ({ page }: Pick<Visitor, "page">, name: string): Locator => page.getByRole("row").filter({ hasText: name });

const addRoom = async ({ page }: Visitor, name: string, rent: string): Promise<void> => {
  await page.getByRole("button", { name: "Add a room" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Rent a month (€)").fill(rent);
  await page.getByLabel("Deposit (€)").fill("500");
  await page.getByLabel("Size (m²)").fill("14");
  await page.getByRole("button", { name: "Save room" }).click();
  await expect(page.getByText(`${name} is saved.`)).toBeVisible();
};

const addPhoto = async ({ page }: Visitor, name: string, colour: string): Promise<void> => {
  const buffer = await picture("jpeg", { colour });
  await page.getByLabel("Add photos").setInputFiles({ name, mimeType: "image/jpeg", buffer });
};

/** A home with two rooms and a photo, made and published in the browser. Resolves to its id. */
const opensHome = async (lena: Visitor, { title, city }: { title: string; city: string }): Promise<string> => {
  const { page } = lena;
  await page.goto("/my/listings");
  await page.getByRole("link", { name: "Add a home" }).click();
  await page.getByLabel("Name of the home").fill(title);
  await page.getByLabel("Street and number").fill("Bank 1");
  await page.getByLabel("City").fill(city);
  await page.getByLabel("In one line").fill("Quiet rooms at the river");
  await page.getByLabel("Description").fill("A house with a garden.");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Before you can publish it, it needs:")).toBeVisible();
  await addRoom(lena, "Garden room", "650");
  await addRoom(lena, "Attic", "480.50");
  await addPhoto(lena, "front.jpg", "#2f7d5b");
  await expect(page.getByRole("img", { name: "Photo 1 of 1" })).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(`${title} is published.`)).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
};

const landlady = async (browser: Browser): Promise<Visitor> => {
  const lena = await createVisitor(browser);
  await lena.registers("Lena", "a landlord");
  return lena;
};

/** Does over HTTP what somebody else does elsewhere. Resolves to the booking. */
const books = async ({ page }: Visitor, path: string, data: object = {}): Promise<{ id: string }> => {
  const answer = await page.request.post(`/api/bookings${path}`, { data, headers: { origin: baseUrl() } });
  expect(answer.ok()).toBe(true);
  return answer.json();
};

test("a landlord makes a home, a student finds it, and its rooms change under her eyes", async ({ browser }) => {
  test.slow();
  const [lena, bob, guest] = [await landlady(browser), await createVisitor(browser), await createVisitor(browser)];
  const alice = await createVisitor(browser, { viewport: PHONE });
  const [title, city] = ["Bank House", `Riverton ${v7().slice(-6)}`];
  const id = await opensHome(lena, { title, city });

  await alice.registers("Alice", "a student");
  await alice.page.goto("/");
  await alice.page.getByLabel("Where").fill(city);
  await alice.page.getByLabel("What").fill("gardn");
  await alice.page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(alice.page.getByRole("heading", { level: 1, name: `1 home in ${city}` })).toBeVisible();
  await expect(alice.page.getByRole("article")).toContainText("2 free");
  const search = alice.page.url();
  await alice.page.getByRole("link", { name: title }).click();
  await expect(alice.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(room(alice, "Attic")).toContainText("€480.50");
  await expect(room(alice, "Attic")).toContainText("Free now");
  const results = await alice.newTab();
  await results.page.goto(search);
  await expect(results.page.getByRole("article")).toContainText("2 free");

  await bob.registers("Bob", "a student");
  const { rooms } = await (await bob.page.request.get(`/api/listings/${id}`)).json();
  const attic = rooms.find(({ name }: { name: string }) => name === "Attic");
  const booking = await books(bob, "", { roomId: attic.id, from: day(2), to: day(100) });
  await expect(room(alice, "Attic")).toContainText("1 request");
  await expect(results.page.getByRole("article")).toContainText("1 request");
  await books(lena, `/${booking.id}/approve`);
  const committedAt = Date.now();
  await expect(room(alice, "Attic")).toContainText("Held until", { timeout: 1_000 });
  console.log(`An approval stands on the home's page ${Date.now() - committedAt} ms after it was answered.`);
  await expect(alice.page.getByRole("status").filter({ hasText: "Attic: Held until" })).toBeAttached();
  await expect(results.page.getByRole("article")).toContainText("1 free");
  await expect(room(alice, "Garden room")).toContainText("Free now");

  await alice.context.setOffline(true);
  await expect(alice.page.getByText(/^You are not connected/)).toBeVisible();
  await books(bob, `/${booking.id}/confirm`);
  await expect(room(alice, "Attic")).toContainText("Held until");
  await alice.context.setOffline(false);
  await expect(room(alice, "Attic")).toContainText("Let until");
  await expect(alice.page.getByText(/^You are not connected/)).toHaveCount(0);

  await lena.page.goto("/my/listings");
  await expect(lena.page.getByRole("article")).toContainText("Let until");
  await lena.page.getByRole("button", { name: `Pause ${title}` }).click();
  await expect(lena.page.getByText(`${title} is paused.`)).toBeVisible();
  await guest.page.goto(search);
  await expect(guest.page.getByRole("heading", { level: 1, name: `No homes in ${city}` })).toBeVisible();
  expect((await guest.page.goto(`/listings/${id}`))?.status()).toBe(404);
  await lena.page.goto(`/listings/${id}`);
  await expect(lena.page.getByText("This is a preview: only you see it.")).toBeVisible();
  for (const { complaints, context } of [lena, alice, bob, guest]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test("what is refused stays in the form, and says what is wrong", async ({ browser }) => {
  const lena = await landlady(browser);
  const { page, context } = lena;
  await page.goto("/my/listings/new");
  await page.getByLabel("Description").fill("Written with care.");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText("Give it a name.")).toBeVisible();
  await expect(page.getByLabel("Name of the home")).toBeFocused();
  await page.getByLabel("Name of the home").fill("House of drafts");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText("UniNest cannot be reached at the moment.")).toBeVisible();
  await expect(page.getByLabel("Description")).toHaveValue("Written with care.");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "House of drafts" })).toBeVisible();
  await page.getByRole("button", { name: "Add a room" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Attic");
  await page.getByLabel("Rent a month (€)").fill("cheap");
  await page.getByRole("button", { name: "Save room" }).click();
  await expect(page.getByText("Write an amount, for example 650.")).toBeVisible();
  await expect(page.getByLabel("Rent a month (€)")).toHaveValue("cheap");
  const fake = { name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") };
  await page.getByLabel("Add photos").setInputFiles(fake);
  await expect(page.getByText("notes.jpg is no picture that we can show.")).toBeVisible();
  expect(lena.complaints).toEqual([]);
  await context.close();
});

test("photos are put into order by the keyboard", async ({ browser }) => {
  const lena = await landlady(browser);
  const { page, context } = lena;
  await page.goto("/my/listings/new");
  await page.getByLabel("Name of the home").fill("House of photos");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await addPhoto(lena, "red.jpg", "#aa3333");
  await expect(page.getByRole("img", { name: "Photo 1 of 1" })).toBeVisible();
  await addPhoto(lena, "blue.jpg", "#3333aa");
  await expect(page.getByRole("img", { name: "Photo 2 of 2" })).toBeVisible();
  const sources = () =>
    page
      .getByRole("listitem")
      .getByRole("img")
      .evaluateAll((all) => all.map((one) => one.getAttribute("src")));
  const before = await sources();
  await page.getByRole("button", { name: "Move photo 2 earlier" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Now photo 1 of 2.")).toBeVisible();
  expect(await sources()).toEqual(before.toReversed());
  await page.getByLabel("What it shows").first().fill("The kitchen");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("img", { name: "The kitchen" })).toBeVisible();
  await page.getByRole("button", { name: "Delete photo 1" }).press("Enter");
  await expect(page.getByText("The photo is deleted.")).toBeVisible();
  expect(await sources()).toEqual([before[0]]);
  expect(lena.complaints).toEqual([]);
  await context.close();
});

test("a student has no homes, and finds no way to them", async ({ browser }) => {
  const maya = await createVisitor(browser);
  await maya.page.goto("/my/listings");
  await expect(maya.page).toHaveURL(/\/sign-in\?next=%2Fmy%2Flistings/);
  await maya.fillSignIn(student(2));
  await expect(maya.page.getByRole("heading", { name: "This page is for landlords" })).toBeVisible();
  await expect(maya.page.getByRole("link", { name: "My homes" })).toHaveCount(0);
  await maya.context.close();
});
