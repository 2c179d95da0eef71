import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the page of shown mails. A mail is sent by a job, in its own time: looks again until it is there. */
export const findsMail = (page: Page, mail: Locator): Promise<void> =>
  expect(async () => {
    await page.goto("/dev/mails");
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
