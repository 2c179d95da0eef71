import { expect, test } from "@playwright/test";
import { baseUrl, createVisitor, PHONE, student } from "./visitor.ts";

test("a wrong password is answered in words, a right one leads where one wanted to go", async ({ browser }) => {
  const bob = await createVisitor(browser);
  await bob.page.goto("/inbox");
  await expect(bob.page).toHaveURL(/\/sign-in\?next=%2Finbox/);
  await bob.fillSignIn({ ...student(4), password: "not the password" });
  await expect(bob.page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await bob.fillSignIn(student(4));
  await expect(bob.page).toHaveURL(/\/inbox/);
  await bob.context.close();
});

const ELSEWHERE = ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"];

for (const next of ELSEWHERE) {
  // A visitor each: an inbox that is signed out under its feet leaves for the sign-in page by itself.
  test(`signing in leads to our own pages only, never to ${next}`, async ({ browser }) => {
    const bob = await createVisitor(browser);
    await bob.page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await bob.fillSignIn(student(4));
    await bob.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    expect(new URL(bob.page.url()).origin).toBe(baseUrl());
    await bob.context.close();
  });
}

test("a form that is not right yet says what to mend, field by field", async ({ browser }) => {
  const { page, context } = await createVisitor(browser, { viewport: PHONE });
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Create account", exact: true }).last().click();
  await expect(page.getByText("Choose whether you are a student or a landlord.")).toBeVisible();
  await expect(page.getByText("Write your e-mail address.", { exact: true })).toBeVisible();
  await page.getByRole("radio", { name: /a student/ }).check();
  await page.getByLabel("Name", { exact: true }).fill("Bob");
  await page.getByLabel("E-mail").fill("student1@uninest.test");
  await page.getByLabel("Password", { exact: true }).fill("long enough");
  await page.getByRole("button", { name: "Create account", exact: true }).last().click();
  await expect(page.getByText("There is an account with this e-mail already.")).toBeVisible();
  await context.close();
});

test("a form takes nothing in before the page is alive, so that nothing typed is lost", async ({ browser }) => {
  const { page, context } = await createVisitor(browser);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/sign-in", { waitUntil: "commit" });
  await expect(page.getByLabel("E-mail")).toBeDisabled();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeDisabled();
  release();
  await expect(page.getByLabel("E-mail")).toBeEnabled();
  await context.close();
});

test("signing out ends the session on this device's other tabs too", async ({ browser }) => {
  const bob = await createVisitor(browser);
  await bob.registers("Bob Leaving", "a student");
  await bob.page.goto("/inbox");
  const tab = await bob.context.newPage();
  await tab.goto("/inbox");
  await expect(tab.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await bob.page
    .getByRole("button", { name: /^Account of Bob Leaving/ })
    .first()
    .click();
  await bob.page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(bob.page).toHaveURL(/\/sign-in/);
  await expect(tab).toHaveURL(/\/sign-in/);
  await bob.context.close();
});

test("a conversation that is none of one's own looks like one that does not exist", async ({ browser }) => {
  const bob = await createVisitor(browser);
  await bob.comesIn(student(5));
  await bob.page.goto("/inbox/01a2022b-2538-740d-85d2-2739da46ec09");
  await expect(bob.page.getByText("There is no such conversation")).toBeVisible();
  await bob.context.close();
});
