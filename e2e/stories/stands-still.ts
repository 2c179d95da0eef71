import type { Page } from "@playwright/test";

/**
 * Resolves once nothing on the page has moved for some frames: a list measures its rows anew and moves them while it does, a
 * turn of the wheel goes on after it was made, and a press in the middle of that meets nothing.
 */
export const standsStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const STILL_FRAMES = 5;
    const places = (): string =>
      Array.from(document.querySelectorAll("a, button, input, [data-seq]"), (one) =>
        Math.round(one.getBoundingClientRect().top),
      ).join();
    let before = "";
    for (let still = 0; still < STILL_FRAMES; ) {
      await new Promise((painted) => requestAnimationFrame(painted));
      const now = places();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
