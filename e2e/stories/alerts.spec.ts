import { expect, type Page, test } from "@playwright/test";
import { execute } from "../harness/sql.ts";
import { storyServer } from "../harness/story-server.ts";
import { type Account, createVisitor, landlord, newcomer, PHONE, student, type Visitor } from "./visitor.ts";

const ADMIN: Account = { ...student(1), email: "admin@uninest.test" };

/** What stands for everybody would stand in the next story as well. */
test.afterEach(() => execute(storyServer().databaseUrl, "delete from alerts"));

const bar = (page: Page) => page.getByRole("region", { name: "Announcements", exact: true });

const publishes = async ({ page }: Visitor, severity: "Information" | "Warning" | "Urgent", title: string): Promise<void> => {
  await page.getByRole("radio", { name: severity }).check();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text", { exact: true }).fill("Messages wait from 02:00 to 02:10.");
  await page.getByRole("button", { name: "Publish to everybody" }).click();
  await expect(page.getByText(`${title} is published.`)).toBeVisible();
};

test("an admin tells everybody; who has read it puts it away for good; its end is seen everywhere", async ({ browser }) => {
  const [ada, maya, lena] = [
    await createVisitor(browser),
    await createVisitor(browser),
    await createVisitor(browser, { viewport: PHONE }),
  ];
  await maya.comesIn(student(1));
  await lena.comesIn(landlord(1));
  await lena.page.goto("/my/listings");
  await ada.comesIn(ADMIN, "/admin/alerts");
  await expect(ada.page.getByText("Nothing announced yet")).toBeVisible();
  for (const { page } of [maya, lena, ada]) await expect(bar(page)).toHaveCount(0);

  await ada.page.getByRole("button", { name: "Publish to everybody" }).click();
  await expect(ada.page.getByText("Give it a title.")).toBeVisible();
  await publishes(ada, "Warning", "A short pause tonight");
  await expect(bar(maya.page).getByRole("status")).toContainText("A short pause tonight");
  await expect(bar(ada.page)).toContainText("A short pause tonight");
  // The page of homes opens its line by itself: it hears it too.
  await expect(bar(lena.page)).toContainText("A short pause tonight");

  await bar(maya.page).getByRole("button", { name: "Dismiss: A short pause tonight" }).click();
  await expect(bar(maya.page)).toBeHidden();
  await maya.page.reload();
  await maya.isLive();
  await maya.page.goto("/settings/account");
  await expect(maya.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(bar(maya.page)).toBeHidden();

  // What is urgent stands first and is read out at once; the rest waits behind a button.
  await publishes(ada, "Information", "New rooms in Leiden");
  await publishes(ada, "Urgent", "Sign-in does not work");
  await maya.page.goto("/inbox");
  await expect(bar(maya.page).getByRole("alert")).toContainText("Sign-in does not work");
  await expect(bar(maya.page)).not.toContainText("New rooms in Leiden");
  await bar(maya.page).getByRole("button", { name: "1 more" }).click();
  await expect(bar(maya.page).getByRole("status")).toContainText("New rooms in Leiden");
  await expect(bar(maya.page)).not.toContainText("A short pause tonight");
  await expect(bar(lena.page).getByRole("button", { name: "2 more" })).toBeVisible();

  for (const title of ["Sign-in does not work", "New rooms in Leiden", "A short pause tonight"]) {
    await ada.page.getByRole("button", { name: `End ${title}` }).click();
    await ada.page.getByRole("dialog").getByRole("button", { name: "End", exact: true }).click();
    await expect(ada.page.getByText(`${title} has ended.`)).toBeVisible();
  }
  await expect(ada.page.getByText("Showing")).toHaveCount(0);
  for (const { page } of [lena, ada]) await expect(bar(page)).toBeHidden();
  await expect(bar(maya.page)).toHaveCount(0);
  expect([ada, maya, lena].flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const { context } of [ada, maya, lena]) await context.close();
});

test("who was away finds what was published and what has ended when the line is back", async ({ browser }) => {
  const [ada, maya] = [await createVisitor(browser), await createVisitor(browser)];
  await maya.comesIn(student(2));
  await maya.context.setOffline(true);
  await expect(maya.page.getByText(/^Offline\. /)).toBeVisible();
  await ada.comesIn(ADMIN, "/admin/alerts");
  await publishes(ada, "Information", "New rooms in Leiden");
  await maya.context.setOffline(false);
  await expect(bar(maya.page)).toContainText("New rooms in Leiden");
  await maya.context.setOffline(true);
  await expect(maya.page.getByText(/^Offline\. /)).toBeVisible();
  await ada.page.getByRole("button", { name: "End New rooms in Leiden" }).click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "End", exact: true }).click();
  await expect(ada.page.getByText("New rooms in Leiden has ended.")).toBeVisible();
  await expect(bar(maya.page)).toContainText("New rooms in Leiden");
  await maya.context.setOffline(false);
  await expect(bar(maya.page)).toHaveCount(0);
  for (const { context } of [ada, maya]) await context.close();
});

test("the page is for admins: others are told so, a guest signs in first, and only admins have it in their menu", async ({
  browser,
}) => {
  const { visitor: alice, account } = await newcomer(browser, "Alice", "student");
  await alice.page.goto("/admin/alerts");
  await expect(alice.page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Falerts/);
  await alice.comesIn(account, "/admin/alerts");
  await expect(alice.page.getByRole("heading", { level: 1, name: "This page is for admins" })).toBeVisible();
  await expect(alice.page.getByRole("button", { name: "Publish to everybody" })).toHaveCount(0);
  await alice.page.getByRole("button", { name: /Alice/ }).first().click();
  await expect(alice.page.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(alice.page.getByRole("menuitem", { name: "Admin's desk" })).toHaveCount(0);
  const ada = await createVisitor(browser);
  await ada.comesIn(ADMIN);
  await ada.page
    .getByRole("button", { name: /Robin Hale/ })
    .first()
    .click();
  await ada.page.getByRole("menuitem", { name: "Admin's desk" }).click();
  await ada.page.getByRole("link", { name: "Announcements" }).click();
  await expect(ada.page.getByRole("heading", { level: 1, name: "Announcements" })).toBeVisible();
  for (const { context } of [alice, ada]) await context.close();
});
