import { expect, type Page, test } from "@playwright/test";
import { createVisitor, student } from "./visitor.ts";

const LIMIT_BYTES = 200_000;

/** Counts what scripts weigh on the wire, headers included, as the browser itself measures it. Resolves to url → bytes. */
const weighScripts = async (page: Page): Promise<Map<string, number>> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Map<string, string>();
  const weights = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") scripts.set(requestId, response.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = scripts.get(requestId);
    if (url) weights.set(url, encodedDataLength);
  });
  return weights;
};

test("the inbox sends at most 200 kB of compressed JavaScript", async ({ browser }) => {
  // What a worker has kept does not come over the wire a second time: this is the first visit.
  const maya = await createVisitor(browser, { serviceWorkers: "block" });
  await maya.comesIn(student(1));
  const href = await maya.page.locator('a[href^="/inbox/"]').first().getAttribute("href");
  const fresh = await maya.context.newPage();
  const weights = await weighScripts(fresh);
  await fresh.goto(href ?? "/inbox", { waitUntil: "networkidle" });
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  console.log(`The inbox sends ${(total / 1000).toFixed(1)} kB of compressed JavaScript in ${weights.size} files.`);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(LIMIT_BYTES);
  await maya.context.close();
});
