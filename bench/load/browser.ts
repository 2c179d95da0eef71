import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright";
import { findChromium } from "#scripts/find-chromium.mjs";

/** A telephone on a slow line: how long a page takes until its largest part is seen, and for how long it then hears nothing. */

/**
 * Lighthouse's mobile line as it throttles in the browser itself (`mobileSlow4G`, which was called fast 3G): 1.6 Mbit/s and 750 kbit/s,
 * nine tenths of them, and 150 ms to and fro, 3.75 times of them for each request.
 */
const SLOW_LINE = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};
const SLOWER_CPU = 4;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true };
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];

/** So long nothing may have kept the page busy until a load counts as done; what it fetches for later may still be coming. */
const QUIET_MS = 5_000;
const MOST_MS = 60_000;
const LONG_TASK_MS = 50;

export type PageLoad = {
  /** When something was seen first, and when the largest part was: milliseconds from the beginning. */
  fcp: number;
  lcp: number;
  /** What tasks longer than 50 ms took beyond that, after something was seen. */
  tbt: number;
  /** On the wire, compressed, with headers. */
  scriptBytes: number;
  bytes: number;
};

type Notes = {
  fcp: number;
  lcp: number;
  tasks: { start: number; duration: number }[];
  lastAt: number;
  now: number;
};

/** Text, not a function: what compiles this file would put helpers into it that a page does not have. */
const TAKES_NOTES = `
  const notes = { fcp: 0, lcp: 0, tasks: [] };
  const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") notes.fcp = startTime; });
  observe("largest-contentful-paint", ({ startTime }) => { notes.lcp = startTime; });
  observe("longtask", ({ startTime, duration }) => notes.tasks.push({ start: startTime, duration }));
  globalThis.takeNotes = () => {
    const busy = notes.tasks.map(({ start, duration }) => start + duration);
    const [{ loadEventEnd }] = performance.getEntriesByType("navigation");
    return { ...notes, lastAt: Math.max(notes.lcp, loadEventEnd || Infinity, ...busy), now: performance.now() };
  };
`;

const weigh = async (session: CDPSession) => {
  const weights = { scriptBytes: 0, bytes: 0 };
  const scripts = new Set<string>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    weights.bytes += encodedDataLength;
    if (scripts.has(requestId)) weights.scriptBytes += encodedDataLength;
  });
  return weights;
};

const settled = async (page: Page): Promise<Notes> => {
  for (const deadline = Date.now() + MOST_MS; ; await page.waitForTimeout(500)) {
    const notes = await page.evaluate<Notes>("takeNotes()");
    if (notes.lcp > 0 && notes.now - notes.lastAt > QUIET_MS) return notes;
    if (Date.now() > deadline) throw new Error(`${page.url()} does not come to rest`);
  }
};

/** What of a task came after something was seen, beyond what nobody notices. */
const blocked = (fcp: number, { start, duration }: Notes["tasks"][number]): number =>
  Math.max(0, Math.min(duration, start + duration - fcp) - LONG_TASK_MS);

/** Loads a page in a tab of its own, on a slow line. */
export const loadSlowly = async (context: BrowserContext, url: string): Promise<PageLoad> => {
  const page = await context.newPage();
  await page.addInitScript(TAKES_NOTES);
  const session = await context.newCDPSession(page);
  const weights = await weigh(session);
  await session.send("Network.emulateNetworkConditions", SLOW_LINE);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
  await page.goto(url, { timeout: MOST_MS });
  const { fcp, lcp, tasks } = await settled(page);
  await page.close();
  return { fcp, lcp, tbt: tasks.reduce((sum, task) => sum + blocked(fcp, task), 0), ...weights };
};

export const startBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await findChromium(), args: FLAGS });

/** A telephone that has kept nothing yet; with cookies, that of somebody who is signed in. */
export const openPhone = async (browser: Browser, url: string, cookies?: string): Promise<BrowserContext> => {
  const context = await browser.newContext(PHONE);
  const pairs = cookies?.split("; ").map((pair) => pair.split("=")) ?? [];
  await context.addCookies(pairs.map(([name = "", ...value]) => ({ name, value: value.join("="), url })));
  return context;
};

/** The workers of all pages are on the slow line from now on as well: what slows down a page does not reach them. */
export const slowDownWorkers = async (browser: Browser): Promise<void> => {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  for (const { type, targetId } of targetInfos) {
    if (type !== "service_worker") continue;
    const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
    const tell = async (id: number, method: string, params: object): Promise<void> => {
      const message = JSON.stringify({ id, method, params });
      const answered = new Promise<void>((resolve) => {
        session.on("Target.receivedMessageFromTarget", (answer) => {
          if (answer.sessionId === sessionId && JSON.parse(answer.message).id === id) resolve();
        });
      });
      await session.send("Target.sendMessageToTarget", { sessionId, message });
      await answered;
    };
    await tell(1, "Network.enable", {});
    await tell(2, "Network.emulateNetworkConditions", SLOW_LINE);
  }
};
