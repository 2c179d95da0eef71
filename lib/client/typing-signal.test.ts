import { describe, expect, it } from "vitest";
import { createTypingSignal } from "./typing-signal.ts";

const setUp = () => {
  const said: string[] = [];
  let now = 0;
  const signal = createTypingSignal({ start: () => said.push("start"), stop: () => said.push("stop"), now: () => now });
  return { signal, said, wait: (ms: number) => (now += ms) };
};

describe("createTypingSignal", () => {
  it("says so at most every three seconds", () => {
    const { signal, said, wait } = setUp();
    signal.typed();
    wait(2_999);
    signal.typed();
    expect(said).toEqual(["start"]);
    wait(1);
    signal.typed();
    expect(said).toEqual(["start", "start"]);
  });

  it("says once that it has ended, and only if it had begun", () => {
    const { signal, said } = setUp();
    signal.ended();
    signal.typed();
    signal.ended();
    signal.ended();
    expect(said).toEqual(["start", "stop"]);
  });

  it("begins anew at once", () => {
    const { signal, said } = setUp();
    signal.typed();
    signal.ended();
    signal.typed();
    expect(said).toEqual(["start", "stop", "start"]);
  });
});
