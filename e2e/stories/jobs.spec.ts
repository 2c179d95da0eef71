import { expect, type Page, test } from "@playwright/test";
import { v7 } from "uuid";
import { putDeadJob } from "../harness/dead-jobs.ts";
import { execute } from "../harness/sql.ts";
import { storyServer } from "../harness/story-server.ts";
import { type Account, createVisitor, newcomer, PHONE, student } from "./visitor.ts";

const ADMIN: Account = { ...student(1), email: "admin@uninest.test" };

test.afterEach(() =>
  execute(storyServer().databaseUrl, "delete from graphile_worker._private_jobs where attempts >= max_attempts"),
);

const rows = (page: Page) => page.getByRole("list", { name: "Jobs that failed" }).getByRole("listitem");
const fails = (reason: string) => putDeadJob(storyServer().databaseUrl, "digest:mail", { userId: v7() }, reason);

test("an admin looks at what has failed, has one tried again, drops another, and learns that somebody was faster", async ({
  browser,
}) => {
  const ada = await createVisitor(browser, { viewport: PHONE });
  const { page } = ada;
  await ada.comesIn(ADMIN, "/admin/alerts");
  await page.getByRole("navigation", { name: "Pages of admins" }).getByRole("link", { name: "Jobs" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Jobs that failed" })).toBeVisible();
  await expect(page.getByText("Nothing has failed")).toBeVisible();

  await fails("the mail server is away");
  await fails("the mail server knows nobody of that name");
  const taken = await fails("the mail server is full");
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).filter({ hasText: "is away" })).toContainText("after 10 tries");

  await rows(page).filter({ hasText: "is away" }).getByRole("button", { name: "Try" }).click();
  await expect(page.getByText("digest:mail is being tried again.")).toBeVisible();
  await expect(rows(page)).toHaveCount(2);

  const unknown = rows(page).filter({ hasText: "knows nobody" });
  await unknown.getByRole("button", { name: "Drop" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await expect(unknown).toBeVisible();
  await unknown.getByRole("button", { name: "Drop" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Drop", exact: true }).click();
  await expect(page.getByText("digest:mail is dropped.")).toBeVisible();
  await expect(rows(page)).toHaveCount(1);

  await execute(storyServer().databaseUrl, "delete from graphile_worker._private_jobs where payload->>'id' = $1", [taken]);
  await rows(page).getByRole("button", { name: "Try" }).click();
  await expect(page.getByText("This job is not here any more.")).toBeVisible();
  await expect(page.getByText("Nothing has failed")).toBeVisible();
  expect(ada.complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
  await ada.context.close();
});

test("what fails on the way is said, and stays", async ({ browser }) => {
  const ada = await createVisitor(browser);
  await fails("the mail server is away");
  await ada.comesIn(ADMIN, "/admin/jobs");
  await expect(rows(ada.page)).toHaveCount(1);
  await ada.page.route("**/api/admin/jobs/**", (route) => route.abort());
  await rows(ada.page).getByRole("button", { name: "Try" }).click();
  await expect(ada.page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await expect(rows(ada.page)).toHaveCount(1);
  await ada.context.close();
});

test("the page is for admins: others are told so, and a guest signs in first", async ({ browser }) => {
  const { visitor: alice, account } = await newcomer(browser, "Alice", "student");
  await alice.page.goto("/admin/jobs");
  await expect(alice.page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fjobs/);
  await alice.comesIn(account, "/admin/jobs");
  await expect(alice.page.getByRole("heading", { level: 1, name: "This page is for admins" })).toBeVisible();
  await expect(alice.page.getByRole("navigation", { name: "Pages of admins" })).toHaveCount(0);
  await alice.context.close();
});
