import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSocket } from "./socket.ts";

type Listener = (...args: unknown[]) => void;

/** The library's socket as this page uses it: says when it is asked to connect, and lets the test answer. */
const fake = vi.hoisted(() => {
  const listeners = new Map<string, Listener>();
  const made = {
    connects: 0,
    active: false,
    connected: false,
    connect: () => {
      made.connects += 1;
      made.active = true;
    },
    disconnect: () => {
      made.active = false;
      made.connected = false;
      return made;
    },
    on: (event: string, listener: Listener) => {
      listeners.set(event, listener);
      return made;
    },
    onAny: (listener: Listener) => {
      listeners.set("any", listener);
      return made;
    },
    removeAllListeners: () => made,
    offAny: () => made,
    timeout: () => ({ emitWithAck: () => new Promise(() => undefined) }),
    hear: (event: string, ...args: unknown[]) => listeners.get(event)?.(...args),
  };
  return made;
});
vi.mock("socket.io-client", () => ({ io: () => fake }));

const page = { window: new EventTarget(), document: Object.assign(new EventTarget(), { visibilityState: "visible" }) };

const ready = (): void => {
  fake.connected = true;
  fake.hear("any", "session:ready", {});
};
const refuse = (data?: object): void => {
  fake.hear("connect_error", Object.assign(new Error("refused"), data ? { data } : {}));
};

const setUp = () => {
  const states: string[] = [];
  const socket = createSocket({
    deviceId: () => "",
    cursors: () => ({}),
    onNews: () => undefined,
    onGoodbye: () => undefined,
    onState: (state) => states.push(state),
  });
  socket.start();
  return { socket, states };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", page.window);
  vi.stubGlobal("document", page.document);
  vi.stubGlobal("navigator", { onLine: true });
  Object.assign(fake, { connects: 0, active: false, connected: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Milliseconds until the next try. */
const untilNext = async (mostMs = 60_000): Promise<number> => {
  const before = fake.connects;
  let waited = 0;
  for (; fake.connects === before && waited < mostMs; waited += 100) await vi.advanceTimersByTimeAsync(100);
  return waited;
};

it("never gives up: waits longer and longer, spread, up to half a minute", async () => {
  vi.spyOn(Math, "random").mockReturnValue(1);
  const { socket } = setUp();
  const waits: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    refuse();
    waits.push(await untilNext());
  }
  expect(waits.slice(0, 6)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
  expect(waits.slice(6)).toEqual(waits.slice(6).map(() => 30_000));
  vi.mocked(Math.random).mockReturnValue(0);
  refuse();
  expect(await untilNext()).toBe(15_000);
  socket.stop();
});

it.each([
  ["the browser says that the network is back", () => page.window.dispatchEvent(new Event("online"))],
  ["the tab is shown", () => page.document.dispatchEvent(new Event("visibilitychange"))],
])("tries at once when %s, and begins anew with short waits", async (_, happens) => {
  vi.spyOn(Math, "random").mockReturnValue(1);
  const { socket } = setUp();
  for (let round = 0; round < 8; round += 1) {
    refuse();
    await untilNext();
  }
  refuse();
  const { connects } = fake;
  happens();
  expect(fake.connects).toBe(connects + 1);
  refuse();
  expect(await untilNext()).toBe(1_000);
  socket.stop();
});

it("waits as long as a refusal says", async () => {
  const { socket } = setUp();
  refuse({ code: "unavailable", retryAfterMs: 4_200 });
  expect(await untilNext()).toBe(4_200);
  socket.stop();
});

it("waits a random part of the spread when a server that stops has let go of it, and not the next time", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.6);
  const { socket, states } = setUp();
  ready();
  fake.hear("any", "server:draining", { spreadMs: 20_000 });
  expect(states.at(-1)).toBe("online");
  fake.hear("disconnect");
  expect(states.at(-1)).toBe("reconnecting");
  expect(await untilNext()).toBe(12_000);
  ready();
  fake.hear("disconnect");
  expect(await untilNext()).toBeLessThanOrEqual(1_000);
  socket.stop();
});

it("stops for good when the session has ended", async () => {
  const { socket, states } = setUp();
  refuse({ code: "unauthenticated" });
  expect(await untilNext()).toBe(60_000);
  expect(states).toEqual(["signed-out"]);
  socket.stop();
});
