import { expect, test } from "@playwright/test";
import { v7 } from "uuid";
import { findsMail } from "../mails.ts";
import { baseUrl, createVisitor, type Visitor } from "../visitor.ts";
import { inspect, options } from "./look.ts";

test.describe.configure({ mode: "parallel" });

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

test("a forgotten password", async ({ browser }) => {
  test.slow();
  const forgetful = await createVisitor(browser, options);
  await asForgetful(forgetful);
  expect(forgetful.complaints).toEqual([]);
  await forgetful.context.close();
});

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

test("the settings", async ({ browser }) => {
  test.slow();
  const owner = await createVisitor(browser, options);
  await inTheSettings(owner);
  expect(owner.complaints).toEqual([]);
  await owner.context.close();
});
