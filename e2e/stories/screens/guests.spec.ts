import { expect, test } from "@playwright/test";
import { createVisitor, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

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

test("the pages of a guest", async ({ browser }) => {
  test.slow();
  const guest = await createVisitor(browser, options);
  await asGuest(guest);
  expect(guest.complaints).toEqual([]);
  await guest.context.close();
});
