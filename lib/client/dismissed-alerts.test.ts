import { afterEach, beforeEach, expect, test, vi } from "vitest";

const load = () => import("./dismissed-alerts.ts");

const storageOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

let kept: Map<string, string>;
beforeEach(() => {
  vi.resetModules();
  kept = new Map();
  vi.stubGlobal("localStorage", storageOf(kept));
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

test("what alice puts away stays away for her after a reload, and stands for bob", async () => {
  const first = await load();
  first.dismissAlert("alice", "one");
  first.dismissAlert("alice", "two");
  vi.resetModules();
  const { dismissedIds } = await load();
  expect(dismissedIds("alice")).toBe("one two");
  expect(dismissedIds("bob")).toBe("");
});

test("it is told to the page, and of another tab as well", async () => {
  const { dismissAlert, onDismissal } = await load();
  const tell = vi.fn();
  const stop = onDismissal(tell);
  dismissAlert("alice", "one");
  window.dispatchEvent(new Event("storage"));
  stop();
  dismissAlert("alice", "two");
  expect(tell).toHaveBeenCalledTimes(2);
});

test("a browser that keeps nothing keeps it until the tab is closed", async () => {
  vi.stubGlobal("localStorage", {
    ...storageOf(new Map()),
    setItem: () => {
      throw new Error("full");
    },
  });
  const { dismissAlert, dismissedIds } = await load();
  dismissAlert("alice", "one");
  expect(dismissedIds("alice")).toBe("one");
});

test("only the newest are remembered", async () => {
  const { dismissAlert, dismissedIds } = await load();
  for (let index = 0; index < 60; index += 1) dismissAlert("alice", `alert-${index}`);
  expect(dismissedIds("alice").split(" ")).toHaveLength(50);
  expect(dismissedIds("alice").endsWith("alert-59")).toBe(true);
});
