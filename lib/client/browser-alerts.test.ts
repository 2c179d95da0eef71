import { beforeEach, expect, test, vi } from "vitest";
import { tellOf, withdraw } from "./browser-alerts.ts";

const OWN = "https://push.example.org/own";
const message = { conversationId: "c", messageId: "m", senderName: "Anna", content: "Hello" };

let shown: string[];

/** A browser that may show notifications and makes no sound, with that subscription of its worker, and what the server tells of. */
const createBrowser = ({ endpoint, told = [] }: { endpoint?: string; told?: string[] | "offline" }): void => {
  const Notification = function Shown(this: object, title: string, { body }: { body: string }) {
    shown.push(`${title}: ${body}`);
  };
  const getSubscription = async () => (endpoint === undefined ? null : { endpoint });
  const registration = { pushManager: { getSubscription } };
  const window = { PushManager: class {}, Notification };
  const items = told === "offline" ? [] : told.map((one) => ({ endpoint: one }));
  vi.stubGlobal("window", window);
  vi.stubGlobal("Notification", Object.assign(Notification, { permission: "granted" }));
  vi.stubGlobal("localStorage", { getItem: () => "off" });
  vi.stubGlobal("navigator", { serviceWorker: { getRegistration: async () => registration } });
  vi.stubGlobal("fetch", async () => {
    if (told === "offline") throw new TypeError("no network");
    return Response.json({ items });
  });
};

beforeEach(() => {
  shown = [];
  return () => vi.unstubAllGlobals();
});

test.each([
  ["a browser that has no pushes", {}, 1],
  ["one that has, for this person", { endpoint: OWN, told: ["https://push.example.org/other", OWN] }, 0],
  ["one that has, but not for this person", { endpoint: OWN, told: ["https://push.example.org/other"] }, 1],
  ["one that cannot tell", { endpoint: OWN, told: "offline" as const }, 1],
])("a page shows a message unless the worker does: %s", async (_, browser, count) => {
  createBrowser(browser);
  await tellOf(message);
  expect(shown).toEqual(Array.from({ length: count }, () => "Anna: Hello"));
});

test("what the worker shows of a conversation goes, and nothing else", async () => {
  const held = new Map(["messages-a", "messages-b", "a"].map((tag) => [tag, { close: () => held.delete(tag) }]));
  const getNotifications = async ({ tag }: { tag: string }) => [held.get(tag)].filter((one) => one !== undefined);
  vi.stubGlobal("navigator", { serviceWorker: { getRegistration: async () => ({ getNotifications }) } });
  await withdraw("a");
  expect([...held.keys()]).toEqual(["messages-b", "a"]);
  vi.stubGlobal("navigator", {});
  await withdraw("b");
  expect(held.size).toBe(2);
});
