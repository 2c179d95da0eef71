import { expect, test } from "@playwright/test";
import { standsStill } from "./stands-still.ts";
import type { Visitor } from "./visitor.ts";
import { createVisitor, landlord, student } from "./visitor.ts";

const seqsInView = ({ log }: Visitor) =>
  log()
    .locator("[data-seq]")
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-seq"))));

const heightOf = ({ log }: Visitor) => log().evaluate((list) => list.scrollHeight);

/** The first message that stands whole in the list. */
const firstInSight = async ({ log }: Visitor): Promise<number> => {
  const seq = await log().evaluate((list) => {
    const top = list.getBoundingClientRect().top;
    const rows = [...list.querySelectorAll("[data-seq]")];
    return rows.find((row) => row.getBoundingClientRect().top >= top)?.getAttribute("data-seq");
  });
  if (!seq) throw new Error("no message is in sight");
  return Number(seq);
};

test("a conversation opens at the first unread message, with a line above it", async ({ browser }) => {
  const maya = await createVisitor(browser);
  await maya.comesIn(student(1));
  const row = maya.row("Jonas Weber");
  await expect(row.getByText(/\d+ unread message/)).toBeAttached();
  await row.click();
  const line = maya.log().getByText("New messages");
  await expect(line).toBeInViewport();
  await expect(row.getByText(/\d+ unread message/)).toHaveCount(0);
  await expect(line).toBeInViewport();
  expect(maya.complaints).toEqual([]);
  await maya.context.close();
});

test("older pages come without a jump, down to the first message, and one tap leads back to the newest", async ({ browser }) => {
  const dana = await createVisitor(browser);
  await dana.comesIn(landlord(1));
  await dana.row("Maya Lindqvist").first().click();
  await expect(dana.log().locator("[data-seq]").first()).toBeVisible();
  const newest = Math.max(...(await seqsInView(dana)));
  expect(newest).toBeGreaterThan(250);

  // Scroll up by wheel, and see after each turn that what was on the screen moved by the wheel's way and no more.
  const box = await dana.log().boundingBox();
  if (!box) throw new Error("the log has no place");
  await dana.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(async () => {
    await dana.page.mouse.wheel(0, -2_500);
    await expect(dana.log().locator('[data-seq="1"]')).toBeInViewport({ timeout: 400 });
  }).toPass({ timeout: 40_000 });
  await dana.page.getByRole("button", { name: /Jump to the newest message|jump to/ }).click();
  await expect(dana.log().locator(`[data-seq="${newest}"]`)).toBeInViewport();
  await dana.context.close();
});

test("a page of older messages that arrives leaves what one reads where it is", async ({ browser }) => {
  const dana = await createVisitor(browser);
  await dana.comesIn(landlord(1));
  await dana.row("Maya Lindqvist").first().click();
  const log = dana.log();
  await expect(log.locator("[data-seq]").first()).toBeVisible();
  const box = await log.boundingBox();
  if (!box) throw new Error("the log has no place");

  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: string[] = [];
  await dana.page.route(/\/messages\?.*before=/, async (route) => {
    asked.push(route.request().url());
    await held;
    await route.continue();
  });
  await dana.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(async () => {
    await dana.page.mouse.wheel(0, -3_000);
    await expect.poll(() => asked.length, { timeout: 300 }).toBeGreaterThan(0);
  }).toPass({ timeout: 20_000 });

  await standsStill(dana.page);
  const row = log.locator(`[data-seq="${await firstInSight(dana)}"]`);
  const place = async () => (await row.boundingBox())?.y ?? Number.NaN;
  const before = await place();
  const height = await heightOf(dana);
  expect(new Set(asked).size).toBe(asked.length);
  release();
  // What comes is above what is drawn: only the length of it all tells that it is there.
  await expect.poll(() => heightOf(dana)).toBeGreaterThan(height + 1_000);
  await standsStill(dana.page);
  expect(Math.abs((await place()) - before)).toBeLessThan(4);
  await dana.context.close();
});
