import { expect, test } from "@playwright/test";
import { execute } from "../harness/sql.ts";
import { storyServer } from "../harness/story-server.ts";
import { newcomer } from "./visitor.ts";

const rename = (from: string, to: string) => execute(storyServer().databaseUrl, `alter table ${from} rename to ${to}`);

test("a page that failed says so, and comes by itself once the server can make it", async ({ browser }) => {
  const { visitor, account } = await newcomer(browser, "Alice", "student");
  await visitor.comesIn(account);
  await rename("notifications", "out_of_reach");
  try {
    await visitor.page.goto("/inbox");
    await expect(visitor.page.getByRole("heading", { name: "This page did not load" })).toBeVisible();
    await expect(visitor.page.getByRole("button", { name: "Try again" })).toBeVisible();
  } finally {
    await rename("out_of_reach", "notifications");
  }
  await expect(visitor.page.getByText("No conversations yet")).toBeVisible({ timeout: 30_000 });
  await visitor.context.close();
});
