import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { createFaultProxy } from "../faults/proxy/fault-proxy.ts";
import { baseUrl, conversation } from "./visitor.ts";

/** Files as large as they may be, over a line that breaks off, and films that are watched where they stand. */

const LARGEST_BYTES = 25 * 1024 * 1024;
const CUTS = 10;
/** What one connection brings before it is cut: a little less than a piece of the page's, and that much more often. */
const LIFE_BYTES = 1_900_000;
const sumOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

test("25 MiB over a line that is cut ten times, with a reload in between, arrive whole and once", async ({ playwright }) => {
  test.setTimeout(120_000);
  const target = Number(new URL(baseUrl()).port);
  const proxy = await createFaultProxy(target);
  const { launchOptions } = test.info().project.use;
  // The page is the server's own, by its own address; only the line leads through the proxy.
  const rule = `--host-resolver-rules=MAP localhost:${target} localhost:${proxy.port}`;
  const browser = await playwright.chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), rule] });
  const { alice, bob, leave } = await conversation(browser);
  expect(proxy.connections()).toBeGreaterThan(0);
  let cuts = 0;
  const begun: string[] = [];
  alice.page.on("requestfailed", (request) => {
    if (request.method() === "PATCH") cuts += 1;
  });
  alice.page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/uploads")) begun.push(request.url());
  });

  const film = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(LARGEST_BYTES - 9)]);
  proxy.set("up", { kind: "cut", afterBytes: LIFE_BYTES });
  await alice.page.locator('input[type="file"]').setInputFiles({ name: "plans.pdf", mimeType: "application/pdf", buffer: film });
  await expect(alice.page.getByRole("list", { name: "Files that go with your message" }).locator("li")).toHaveCount(1);
  await alice.says("All plans of the house.");
  await expect.poll(() => cuts, { timeout: 60_000 }).toBeGreaterThanOrEqual(CUTS / 2);
  await alice.page.reload();
  await alice.sees("All plans of the house.", "pending");
  await expect(bob.bubble("All plans")).toHaveCount(0);
  await expect.poll(() => cuts, { timeout: 60_000 }).toBeGreaterThanOrEqual(CUTS);
  proxy.heal();

  const link = bob.bubble("All plans").getByRole("link", { name: "Download plans.pdf" });
  await expect(link).toBeVisible({ timeout: 45_000 });
  const [download] = await Promise.all([bob.page.waitForEvent("download"), link.click()]);
  expect(sumOf(fs.readFileSync(await download.path()))).toBe(sumOf(film));
  await expect(bob.bubble("All plans")).toHaveCount(1);
  await expect(alice.bubble("All plans")).toHaveCount(1);
  expect(begun).toHaveLength(1);
  await leave();
  await browser.close();
  await proxy.close();
});

test("a film is watched where it stands, from any moment of it, in parts", async ({ browser }) => {
  const { alice, bob, leave } = await conversation(browser);
  const parts: string[] = [];
  bob.page.on("response", (response) => {
    const { range } = response.request().headers();
    if (response.status() === 206) parts.push(`${range} ${response.headers()["content-range"]}`);
  });
  const buffer = fs.readFileSync("e2e/stories/film.webm");
  await alice.page.locator('input[type="file"]').setInputFiles({ name: "room.webm", mimeType: "video/webm", buffer });
  await expect(alice.page.getByRole("list", { name: "Files that go with your message" }).locator("li")).toHaveCount(1);
  await alice.says("A walk through the room.");
  const film = bob.page.getByLabel("Video by Alice: room.webm");
  await expect(film).toBeVisible();
  const at = (seconds: number) =>
    film.evaluate(
      (video: HTMLVideoElement, time) =>
        new Promise<number[]>((resolve) => {
          video.addEventListener("seeked", () => resolve([video.videoWidth, video.readyState, video.currentTime]), {
            once: true,
          });
          video.currentTime = time;
        }),
      seconds,
    );
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => Math.round(video.duration))).toBe(12);
  const [width, readiness, time] = await at(9);
  expect([width, time]).toEqual([192, 9]);
  expect(readiness).toBeGreaterThanOrEqual(2);
  await film.evaluate((video: HTMLVideoElement) => video.play());
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(9.3);
  expect(parts).toContainEqual(expect.stringMatching(new RegExp(`^bytes=\\d+- bytes \\d+-\\d+/${buffer.length}$`)));
  if (process.env.SCREENS) await bob.page.screenshot({ path: "screens/film.png" });
  expect([...alice.complaints, ...bob.complaints]).toEqual([]);
  await leave();
});
