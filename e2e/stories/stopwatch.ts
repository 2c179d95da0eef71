import { type BrowserContext, expect, type Page } from "@playwright/test";

/** What stood at a place of a page from this moment on, in milliseconds of the clock that all pages of a machine share. */
type Sight = { at: number; texts: string[] };
declare global {
  interface Window {
    /** When something was last pressed, and what stood where since then. */
    stopwatch?: { pressedAt: number; sights: Record<string, Sight[]> };
  }
}

/** The pages of this browser note from now on what stands at these places, and when: no look of a test comes in between. */
export const takesNotes = (context: BrowserContext, places: string[]): Promise<unknown> =>
  context.addInitScript((selectors: string[]) => {
    const sights: Record<string, Sight[]> = Object.fromEntries(selectors.map((selector) => [selector, []]));
    const notes = { pressedAt: 0, sights };
    window.stopwatch = notes;
    const look = (): void => {
      const at = Date.now();
      for (const [selector, seen] of Object.entries(sights)) {
        const texts = [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
        if (JSON.stringify(texts) !== JSON.stringify(seen.at(-1)?.texts)) seen.push({ at, texts });
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    addEventListener("click", () => Object.assign(notes, { pressedAt: Date.now() }), { capture: true });
  }, places);

/** When somebody last pressed something in a page. */
export const pressedAt = async (page: Page): Promise<number> => {
  const at = await page.evaluate(() => window.stopwatch?.pressedAt ?? 0);
  expect(at, "something was pressed in this page").toBeGreaterThan(0);
  return at;
};

/** Since when a place shows these texts, one by one; undefined while it does not. */
export const rightSince = async (page: Page, place: string, texts: RegExp[]): Promise<number | undefined> => {
  const seen = (await page.evaluate((selector) => window.stopwatch?.sights[selector], place)) ?? [];
  const isRight = (sight: Sight): boolean =>
    sight.texts.length === texts.length && texts.every((text, index) => text.test(sight.texts[index] ?? ""));
  return seen[seen.findLastIndex((sight) => !isRight(sight)) + 1]?.at;
};
