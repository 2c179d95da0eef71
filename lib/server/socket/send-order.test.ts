import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSendOrder } from "./send-order.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const scene = (options?: Parameters<typeof createSendOrder>[0]) => {
  const order = createSendOrder(options);
  const started: string[] = [];
  const arrive = (sequence?: number, conversationId = "mill road") =>
    order.arrive(conversationId, sequence, () => started.push(`${conversationId} ${sequence ?? "-"}`));
  return { order, started, arrive };
};

test("an early message waits for its predecessors", () => {
  const { started, arrive } = scene();
  for (const sequence of [3, 2, 1, 4]) arrive(sequence);
  expect(started).toEqual(["mill road 1", "mill road 2", "mill road 3", "mill road 4"]);
});

test("each conversation has its own order, and a message without a number waits for nobody", () => {
  const { started, arrive } = scene();
  arrive(2);
  arrive(1, "castle street");
  arrive(undefined);
  expect(started).toEqual(["castle street 1", "mill road -"]);
});

test("after two seconds what is held starts in its order, and the late one at once", () => {
  const { started, arrive } = scene();
  arrive(3);
  arrive(2);
  vi.advanceTimersByTime(1_999);
  expect(started).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(started).toEqual(["mill road 2", "mill road 3"]);
  arrive(1);
  arrive(4);
  expect(started.slice(2)).toEqual(["mill road 1", "mill road 4"]);
});

test("a repeat of a held message waits with it", () => {
  const { started, arrive } = scene();
  for (const sequence of [2, 2, 1]) arrive(sequence);
  expect(started).toEqual(["mill road 1", "mill road 2", "mill road 2"]);
});

test("no more are held than the limit", () => {
  const { started, arrive } = scene({ maxHeld: 2 });
  arrive(3);
  arrive(4);
  expect(started).toEqual([]);
  arrive(5);
  expect(started).toEqual(["mill road 3", "mill road 4", "mill road 5"]);
});

test("a connection that closes loses nothing that it wrote", () => {
  const { order, started, arrive } = scene();
  arrive(2);
  order.close();
  expect(started).toEqual(["mill road 2"]);
  expect(vi.getTimerCount()).toBe(0);
});
