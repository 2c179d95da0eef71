import { expect, test } from "@playwright/test";
import { execute } from "../harness/sql.ts";
import { storyServer } from "../harness/story-server.ts";
import { type Account, createVisitor, newcomer, PHONE, student } from "./visitor.ts";

const ADMIN: Account = { ...student(1), email: "admin@uninest.test" };

/** What stands for everybody would stand in the next story as well; that it was published stays in the log. */
test.afterEach(() => execute(storyServer().databaseUrl, "delete from alerts"));

test("what an admin does stands in the log, the newest first, with all that there was before", async ({ browser }) => {
  const ada = await createVisitor(browser);
  await ada.comesIn(ADMIN);
  const publish = async (title: string): Promise<string> => {
    const data = { severity: "info", title, body: "Nothing is lost." };
    const answer = await ada.page.request.post("/api/admin/alerts", { data, headers: { origin: storyServer().baseUrl } });
    return (await answer.json()).id;
  };
  const end = (id: string) =>
    ada.page.request.post(`/api/admin/alerts/${id}/end`, { headers: { origin: storyServer().baseUrl } });
  for (let round = 1; round <= 16; round += 1) await end(await publish(`Pause ${round}`));

  await ada.page
    .getByRole("button", { name: /Robin Hale/ })
    .first()
    .click();
  await ada.page.getByRole("menuitem", { name: "Admin's desk" }).click();
  await ada.page.getByRole("link", { name: "Audit log" }).click();
  await expect(ada.page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  const entries = ada.page.getByRole("list", { name: "Entries" }).getByRole("listitem");
  await expect(entries).toHaveCount(30);
  await expect(entries.first()).toContainText("Robin Hale ended “Pause 16”");
  await expect(entries.nth(1)).toContainText("Robin Hale published “Pause 16”");
  await expect(entries.nth(1)).toContainText("info");
  await ada.page.getByRole("button", { name: "Show older ones" }).click();
  await expect(entries.filter({ hasText: "Robin Hale published “Pause 1”" })).toBeVisible();
  await expect(entries.filter({ hasText: "“Pause 16”" })).toHaveCount(2);

  await ada.page.getByRole("button", { name: "Verify" }).click();
  await expect(ada.page.getByText(/^All is as it was written: \d+ entries\./)).toBeVisible();

  await publish("Pause 17");
  await ada.page.reload();
  await expect(entries.first()).toContainText("Robin Hale published “Pause 17”");
  // The last of a row that is wider than a phone: it is there where one is.
  await ada.page.setViewportSize(PHONE);
  await ada.page.reload();
  await expect(ada.page.getByRole("link", { name: "Audit log" })).toBeInViewport({ ratio: 1 });
  expect(ada.complaints).toEqual([]);
  await ada.context.close();
});

test("the log is for admins: others are told so, and do not have it in their menu", async ({ browser }) => {
  const { visitor: alice, account } = await newcomer(browser, "Alice", "student");
  await alice.page.goto("/admin/audit");
  await expect(alice.page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Faudit/);
  await alice.comesIn(account, "/admin/audit");
  await expect(alice.page.getByRole("heading", { level: 1, name: "This page is for admins" })).toBeVisible();
  await expect(alice.page.getByRole("list", { name: "Entries" })).toHaveCount(0);
  await alice.page.getByRole("button", { name: /Alice/ }).first().click();
  await expect(alice.page.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(alice.page.getByRole("menuitem", { name: "Admin's desk" })).toHaveCount(0);
  await alice.context.close();
});
