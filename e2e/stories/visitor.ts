import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { PLACE } from "../harness/house.ts";
import { nextPlace, storyServer } from "../harness/story-server.ts";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };
const DEMO_PASSWORD = "uninest-demo";

export type Account = { email: string; password: string };
export const student = (number: number): Account => ({ email: `student${number}@uninest.test`, password: DEMO_PASSWORD });
export const landlord = (number: number): Account => ({ email: `landlord${number}@uninest.test`, password: DEMO_PASSWORD });

/** The address of this worker's server. */
export const baseUrl = (): string => storyServer().baseUrl;

export type Visitor = Awaited<ReturnType<typeof createVisitor>>;

const UNEXPECTED = new Set(["error", "warning"]);
/** A page that is not there is what some stories look for; a line that is cut is what others do. */
const EXPECTED = /Failed to load resource|WebSocket connection to .* failed|net::ERR_INTERNET_DISCONNECTED/;

/**
 * Signs this browser in as the sign-in page does, without the page: what is told is about somebody who is signed in already.
 * The page itself has its own stories in `accounts.spec.ts`.
 */
const signInQuietly = async ({ request }: Page, { email, password }: Account): Promise<void> => {
  const asked = await request.get("/api/auth/csrf");
  const { csrfToken } = await asked.json();
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { email, password, csrfToken, json: "true" },
    headers: { origin: new URL(asked.url()).origin },
  });
  expect((await answer.json()).url).not.toContain("error=");
};

/**
 * Goes on only when all that an answer brought stands in its place. Before that React keeps a part of it hidden, for 0.3 s at most,
 * beside what the page may have drawn itself meanwhile: whoever looks for a field then finds two.
 */
const waitsForWholePages = (page: Page): Page => {
  const isWhole = () => expect(page.locator('[hidden][id^="S:"]')).toHaveCount(0);
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...wanted) => {
    const answer = await goto(...wanted);
    await isWhole();
    return answer;
  };
  page.reload = async (...wanted) => {
    const answer = await reload(...wanted);
    await isWhole();
    return answer;
  };
  return page;
};

/**
 * A person with a browser of their own; where there are several nodes, at one of their own, or where a place leads. What its console
 * complains of is kept, and `complaints` must stay empty.
 */
export const createVisitor = async (browser: Browser, options: BrowserContextOptions = {}, place = nextPlace()) => {
  const context = await browser.newContext({
    baseURL: baseUrl(),
    viewport: DESKTOP,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    ...options,
  });
  if (place) await context.addCookies([{ name: PLACE, value: place, url: options.baseURL ?? baseUrl() }]);
  const complaints: string[] = [];
  const newTab = async () => {
    const page = waitsForWholePages(await context.newPage());
    page.on("console", (message) => {
      if (UNEXPECTED.has(message.type()) && !EXPECTED.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    return { page, ...actionsOn(page) };
  };
  return { context, complaints, newTab, ...(await newTab()) };
};

const actionsOn = (page: Page) => {
  const log = (): Locator => page.getByRole("log");
  const bubble = (text: string): Locator => log().locator("[data-message-id]").filter({ hasText: text });
  const row = (name: string): Locator => page.getByRole("link").filter({ hasText: name });

  const fillSignIn = async ({ email, password }: Account): Promise<void> => {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };

  /** The page is alive and connected: from now on a key or a click is heard. */
  const isLive = async (): Promise<void> => {
    await expect(page.locator('[data-connection="online"]')).toBeAttached();
  };

  return {
    log,
    /** This browser has all that a page needs: from now on it opens without a network. */
    isInstalled: async (): Promise<void> => {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      // Whoever drives the browser tells a worker that there is no network only once it knows that worker.
      await expect.poll(() => page.context().serviceWorkers().length).toBeGreaterThan(0);
    },
    /** The bubble of a message in the open conversation. */
    bubble,
    /** A conversation's row in the list, by what stands in it. */
    row,
    composer: (): Locator => page.getByRole("textbox", { name: /^Message to/ }),
    fillSignIn,

    signsIn: async (account: Account): Promise<void> => {
      await page.goto("/sign-in?next=/inbox");
      await fillSignIn(account);
      await page.waitForURL(/\/inbox/);
      await isLive();
    },
    isLive,

    /** Is signed in from the start, and opens a page of the inbox. */
    comesIn: async (account: Account, path = "/inbox"): Promise<void> => {
      await signInQuietly(page, account);
      await page.goto(path);
      await isLive();
    },

    /** Registers through the page. Resolves to the account. */
    registers: async (name: string, role: "a student" | "a landlord"): Promise<Account> => {
      const account = { email: `${name.split(" ")[0]?.toLowerCase()}.${v7()}@people.test`, password: `the password of ${name}` };
      await page.goto("/sign-up");
      await page.getByRole("radio", { name: new RegExp(role) }).check();
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("E-mail").fill(account.email);
      await page.getByLabel("Password", { exact: true }).fill(account.password);
      await page.getByRole("button", { name: "Create account", exact: true }).last().click();
      await expect(page).not.toHaveURL(/sign-up/);
      return account;
    },

    says: async (text: string): Promise<void> => {
      const field = page.getByRole("textbox", { name: /^Message to/ });
      await field.fill(text);
      await field.press("Enter");
      await expect(bubble(text)).toBeVisible();
    },

    /** Waits until a message shows this state. */
    sees: async (text: string, status: "pending" | "held" | "sent" | "delivered" | "read" | "failed"): Promise<void> => {
      await expect(bubble(text).locator("[data-status]")).toHaveAttribute("data-status", status);
    },
  };
};

/** Somebody who is new here, with a browser of their own, and not signed in yet. */
export const newcomer = async (
  browser: Browser,
  name: string,
  role: "student" | "landlord",
  options: BrowserContextOptions = {},
  place = nextPlace(),
) => {
  const account = { email: `${name.toLowerCase()}.${v7()}@people.test`, password: `the password of ${name}` };
  const visitor = await createVisitor(browser, options, place);
  const answer = await visitor.page.request.post("/api/users", { data: { ...account, name, role } });
  expect(answer.status()).toBe(201);
  return { visitor, account, id: (await answer.json()).id as string };
};

/**
 * Two people who have never talked, each in the open conversation with the other in a browser of their own. It is
 * the fresh copy of a scene: stories that share the demo's people would hear each other.
 */
export const conversation = async (browser: Browser, options: BrowserContextOptions = {}, place?: string) => {
  const [alice, bob] = [
    await newcomer(browser, "Alice", "student", options, place),
    await newcomer(browser, "Bob", "landlord", options, place),
  ];
  await signInQuietly(alice.visitor.page, alice.account);
  const opened = await alice.visitor.page.request.post("/api/conversations", {
    data: { userId: bob.id },
    headers: { origin: baseUrl() },
  });
  const { id } = await opened.json();
  for (const { visitor, account } of [alice, bob]) {
    await visitor.comesIn(account, `/inbox/${id}`);
    await expect(visitor.composer()).toBeVisible();
  }
  const leave = async (): Promise<void> => {
    for (const { visitor } of [alice, bob]) await visitor.context.close();
  };
  return { alice: alice.visitor, bob: bob.visitor, bobId: bob.id, id, leave };
};
