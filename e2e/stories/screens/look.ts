import fs from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { standsStill } from "../stands-still.ts";
import { DESKTOP, PHONE } from "../visitor.ts";

/**
 * Every page and state, on a phone and a desktop, light and dark: axe on each; with SCREENS=1 in every look, with a picture of each.
 * Most of a run's time is in these stories: the tests of each file are shared out like files.
 */

type Look = { size: string; viewport: typeof PHONE; theme: "light" | "dark" };
/** What each test run looks at: between them they hold both sizes and both themes. People walk through the pages in the first. */
const [HELD, ...TURNED]: [Look, ...Look[]] = [
  { size: "phone", viewport: PHONE, theme: "light" },
  { size: "desktop", viewport: DESKTOP, theme: "dark" },
  ...(process.env.SCREENS
    ? ([
        { size: "phone", viewport: PHONE, theme: "dark" },
        { size: "desktop", viewport: DESKTOP, theme: "light" },
      ] as const)
    : []),
];
const SERIOUS = new Set(["serious", "critical"]);

/** Without motion a colour is what it will be as soon as the theme turns. */
export const options: BrowserContextOptions = { viewport: HELD.viewport, colorScheme: HELD.theme, reducedMotion: "reduce" };

const turnTo = async (page: Page, { viewport, theme }: Look): Promise<void> => {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await standsStill(page);
};

const inspectOne = async (page: Page, name: string, { size, theme }: Look): Promise<void> => {
  if (process.env.SCREENS) {
    fs.mkdirSync("screens", { recursive: true });
    await page.screenshot({ path: `screens/${name}-${size}-${theme}.png` });
  }
  // The other mode opens a page for each look, for frames of other sites: we have none, and it takes twice as long.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  const found = violations.filter(({ impact }) => impact && SERIOUS.has(impact));
  const words = found.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join("; ")}`);
  expect(words, `${name}, ${size}, ${theme}`).toEqual([]);
};

export const inspect = async (page: Page, name: string): Promise<void> => {
  await turnTo(page, HELD);
  await inspectOne(page, name, HELD);
  for (const look of TURNED) {
    await turnTo(page, look);
    await inspectOne(page, name, look);
  }
  await turnTo(page, HELD);
};

/** What is gone again before a page has turned: as it stands, in the look that it is held in. */
export const inspectHeld = (page: Page, name: string): Promise<void> => inspectOne(page, name, HELD);
