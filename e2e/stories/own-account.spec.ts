import { type Browser, expect, test } from "@playwright/test";
import { v7 } from "uuid";
import { findsMail } from "./mails.ts";
import { baseUrl, createVisitor, PHONE, type Visitor } from "./visitor.ts";

/** What people do about their own sign-in. Each scene has a bob of its own, on a laptop and a phone. */
const bobOnTwoDevices = async (browser: Browser) => {
  const account = { email: `bob.${v7()}@people.test`, password: "the first password of bob" };
  const [laptop, phone] = [await createVisitor(browser), await createVisitor(browser, { viewport: PHONE })];
  const registered = await laptop.page.request.post("/api/users", { data: { ...account, name: "Bob", role: "student" } });
  expect(registered.status()).toBe(201);
  const { id } = await registered.json();
  await laptop.comesIn(account);
  return { account, id: String(id), laptop, phone };
};

/** A mail to that address with that subject, and with another link than this one. */
type Wanted = { email: string; subject: string; otherThan?: string };
const mailsOf = ({ page }: Visitor, { email, subject, otherThan }: Wanted) =>
  page
    .getByRole("listitem")
    .filter({ hasText: email })
    .filter({ hasText: subject })
    .filter(otherThan ? { hasNot: page.locator(`a[href="${otherThan}"]`) } : {});

/** Follows the link of the newest mail with that subject, as a mail programme does: in a tab of its own. */
const openMail = async (visitor: Visitor, wanted: Wanted) => {
  const { page, context } = visitor;
  const mail = mailsOf(visitor, wanted).first();
  await findsMail(page, mail);
  const opened = context.waitForEvent("page");
  await mail.getByRole("link").click();
  const tab = await opened;
  await tab.waitForLoadState();
  return tab;
};

const leave = async (...visitors: Visitor[]): Promise<void> => {
  for (const { complaints, context } of visitors) {
    expect(complaints).toEqual([]);
    await context.close();
  }
};

test("who forgets the password sets a new one by mail, and is signed out everywhere else", async ({ browser }) => {
  const { account, laptop, phone } = await bobOnTwoDevices(browser);
  await phone.page.goto("/sign-in?next=/inbox");
  await phone.page.getByRole("link", { name: "Forgot your password?" }).click();
  // The page before it has a field of the same name.
  await expect(phone.page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await phone.page.getByLabel("E-mail").fill(account.email);
  await phone.page.getByRole("button", { name: "Send me a link" }).click();
  await expect(phone.page.getByRole("heading", { name: "Check your mail" })).toBeFocused();
  const tab = await openMail(phone, { email: account.email, subject: "Set a new password" });
  await tab.getByLabel("New password").fill("short");
  await tab.getByRole("button", { name: "Set the password" }).click();
  await expect(tab.getByText("Choose a password of 8 to 128 characters.")).toBeVisible();
  await tab.getByLabel("New password").fill("the second password of bob");
  await tab.getByRole("button", { name: "Set the password" }).click();
  await expect(tab.getByText("Your new password is set. Sign in with it.")).toBeVisible();
  await expect(laptop.page.getByText("Your password was changed, and you were signed out on this device.")).toBeVisible();
  await laptop.fillSignIn(account);
  await expect(laptop.page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await laptop.fillSignIn({ ...account, password: "the second password of bob" });
  await expect(laptop.page).toHaveURL(/\/inbox/);

  const again = await openMail(phone, { email: account.email, subject: "Set a new password" });
  await again.getByLabel("New password").fill("a third password");
  await again.getByRole("button", { name: "Set the password" }).click();
  await expect(again.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await leave(laptop, phone);
});

test("an unknown address gets the same words, and no mail", async ({ browser }) => {
  const { page, ...guest } = await createVisitor(browser);
  const email = `nobody.${v7()}@people.test`;
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText(`If there is an account with ${email}, a link to a new password is on its way.`)).toBeVisible();
  await page.getByRole("link", { name: "This is a demo: read its mails here" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mails" })).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
  await leave({ page, ...guest });
});

test("a device is signed out from another one, and says so", async ({ browser }) => {
  const { account, laptop, phone } = await bobOnTwoDevices(browser);
  await phone.comesIn(account);
  await phone.page.getByRole("button", { name: "Account", exact: true }).click();
  await phone.page.getByRole("menuitem", { name: "Settings" }).click();
  await phone.page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Devices" }).click();
  const rows = phone.page.getByRole("list", { name: "Devices on which you are signed in" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("This device");
  await phone.page.getByRole("button", { name: /^Sign out Chrome on / }).click();
  const dialog = phone.page.getByRole("dialog", { name: /^Sign out Chrome on .*\?$/ });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await expect(rows).toHaveCount(2);
  await phone.page.getByRole("button", { name: /^Sign out Chrome on / }).click();
  await dialog.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(laptop.page.getByText("You were signed out on this device from another one.")).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expect(phone.page.getByRole("button", { name: "Sign out everywhere else" })).toBeHidden();
  await laptop.fillSignIn(account);
  await expect(laptop.page).toHaveURL(/\/inbox/);
  await phone.page.reload();
  await phone.page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await phone.page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(laptop.page).toHaveURL(/\/sign-in/);
  await expect(phone.page.getByText("You are signed in on this device only now.")).toBeVisible();
  await leave(laptop, phone);
});

test("a guest comes to the settings by signing in first", async ({ browser }) => {
  const { account, laptop, phone } = await bobOnTwoDevices(browser);
  const beginning = await phone.page.request.get("/settings", { maxRedirects: 0 });
  expect([beginning.status(), beginning.headers().location]).toEqual([307, "/settings/account"]);
  await phone.page.goto("/settings/devices");
  await expect(phone.page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Fdevices/);
  await phone.fillSignIn(account);
  await expect(phone.page.getByRole("heading", { level: 1, name: "Devices" })).toBeVisible();
  await leave(laptop, phone);
});

test("the account shows whether mail arrives, and takes a new password for the right old one", async ({ browser }) => {
  const { account, laptop, phone } = await bobOnTwoDevices(browser);
  await phone.comesIn(account);
  const { page } = laptop;
  const confirmation = { email: account.email, subject: "Confirm your e-mail address" };
  // The first has come before another is asked for: the newest of two is the one that counts.
  const first = mailsOf(laptop, confirmation);
  await findsMail(page, first);
  const link = (await first.getByRole("link").getAttribute("href")) ?? "none";
  await page.goto("/settings/account");
  await expect(page.getByText("Not confirmed yet")).toBeVisible();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("A new link is on its way.")).toBeVisible();
  const tab = await openMail(laptop, { ...confirmation, otherThan: link });
  await tab.getByRole("button", { name: "Confirm my address" }).click();
  await expect(tab.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
  await page.goto("/settings/account");
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();

  await page.getByRole("textbox", { name: "Current password" }).fill("not the password");
  await page.getByRole("textbox", { name: "New password" }).fill("the second password of bob");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await page.getByRole("textbox", { name: "Current password" }).fill(account.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await expect(phone.page.getByText("Your password was changed, and you were signed out on this device.")).toBeVisible();
  await page.goto("/inbox");
  await laptop.isLive();
  await leave(laptop, phone);
});

test("who is banned is told till when, at once and at the next sign-in", async ({ browser }) => {
  const { account, id, laptop, phone } = await bobOnTwoDevices(browser);
  const admin = { email: "admin@uninest.test", password: "uninest-demo" };
  const { accessToken } = await (await phone.page.request.post("/api/tokens", { data: admin })).json();
  const banned = await phone.page.request.post(`/api/admin/users/${id}/ban`, {
    data: { until: "2099-03-01T12:00:00.000Z", reason: "A scam." },
    headers: { authorization: `Bearer ${accessToken}`, origin: baseUrl() },
  });
  expect(banned.status()).toBe(204);
  const words = "Your account is restricted until Sunday, 1 March 2099 at 13:00.";
  await expect(laptop.page.getByText(words)).toBeVisible();
  await laptop.fillSignIn(account);
  await expect(laptop.page.getByRole("alert").filter({ hasText: words })).toBeVisible();
  await laptop.page.goto("/inbox");
  await expect(laptop.page).toHaveURL(/\/sign-in/);
  await leave(laptop, phone);
});
