import { expect, test } from "@playwright/test";
import { execute } from "../../harness/sql.ts";
import { storyServer } from "../../harness/story-server.ts";
import { createVisitor, student, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

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

test("announcements", async ({ browser }) => {
  test.slow();
  const [ada, maya] = [await createVisitor(browser, options), await createVisitor(browser, options)];
  await announcing(ada, maya);
  await execute(storyServer().databaseUrl, "delete from alerts");
  expect([...ada.complaints, ...maya.complaints]).toEqual([]);
  for (const { context } of [ada, maya]) await context.close();
});
