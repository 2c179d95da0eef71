import { expect, type Locator, type Page } from "@playwright/test";
import { PLACE } from "../harness/house.ts";
import { nextPlace } from "../harness/story-server.ts";
import { baseUrl } from "./visitor.ts";

/**
 * Opens the page of shown mails. A mail is sent by a job, in its own time, and shown by the node that sent it: looks again until it is
 * there, at one after the other.
 */
export const findsMail = (page: Page, mail: Locator): Promise<void> =>
  expect(async () => {
    const place = nextPlace();
    if (place) await page.context().addCookies([{ name: PLACE, value: place, url: baseUrl() }]);
    await page.goto("/dev/mails");
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
