import { expect, test } from "vitest";
import { createDeliveryWatch } from "./delivery-watch.ts";

const scene = ({ most = 100 } = {}) => {
  const seconds: number[] = [];
  let stored = 0;
  let time = 0;
  const watch = createDeliveryWatch(
    {
      metrics: {
        count: (_name, _labels, by = 1) => {
          stored += by;
        },
        observe: (_name, value) => {
          seconds.push(value);
        },
      },
    },
    { now: () => time, most },
  );
  return {
    ...watch,
    seconds,
    stored: watch.stored,
    count: () => stored,
    passes: (ms: number) => {
      time += ms;
    },
  };
};
const place = (seq: number, conversationId = "flat") => ({ conversationId, seq });

test("each message is measured from its commit to the word of each recipient", () => {
  const { stored, held, passes, seconds, count } = scene();
  stored("written", [place(1)]);
  passes(100);
  stored("written", [place(2), place(1, "other flat")]);
  passes(50);
  held("flat", 0, 2);
  passes(850);
  held("flat", 1, 2);
  expect(seconds).toEqual([0.15, 0.05, 0.9]);
  expect(count()).toBe(3);
});

test("a mark that does not move, and messages that nobody here has stored, measure nothing", () => {
  const { stored, held, seconds } = scene();
  stored("written", [place(5)]);
  held("flat", 5, 5);
  held("flat", 0, 4);
  held("house", 0, 9);
  expect(seconds).toEqual([]);
});

test("who was away for long is not slow, and the memory has an end", () => {
  const { stored, held, passes, seconds } = scene({ most: 10 });
  stored("written", [place(1)]);
  passes(301_000);
  held("flat", 0, 1);
  stored(
    "written",
    Array.from({ length: 50 }, (_, index) => place(index + 2)),
  );
  held("flat", 0, 51);
  expect(seconds).toEqual(Array(10).fill(0));
});
