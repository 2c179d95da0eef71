import type { BrowserContext, Page } from "@playwright/test";

/**
 * From the next load on the pages get no socket in any way, and what they post instead goes through, is lost, or is refused as
 * between two people of whom one blocked the other.
 */
export const withoutSockets = async (context: BrowserContext, post: "pass" | "lost" | "blocked"): Promise<void> => {
  await context.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await context.route(/\/socket\.io\//, (route) => route.abort());
  await context.route(/\/api\/conversations\/[^/]+\/messages$/, (route) => {
    if (route.request().method() !== "POST" || post === "pass") return route.continue();
    if (post === "lost") return route.abort();
    const problem = { status: 403, title: "Blocked", code: "blocked" };
    return route.fulfill({ status: 403, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
};

/** From the next load on the greeting of a page's socket is held back, and all else of it comes. */
export const withHeldGreeting = async (page: Page) => {
  const held: (() => void)[] = [];
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      if (String(frame).startsWith('42["session:ready"')) held.push(() => socket.send(frame));
      else socket.send(frame);
    });
  });
  return {
    hasCome: (): boolean => held.length > 0,
    letsThrough: (): void => {
      for (const release of held.splice(0)) release();
    },
  };
};
