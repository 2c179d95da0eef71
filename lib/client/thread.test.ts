import { describe, expect, it } from "vitest";
import { message } from "./testing/conversations.ts";
import { openThread, renewed, type Thread, takeMessage, withNewer, withOlder } from "./thread.ts";

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
const windowOf = (from: number, to: number, edges = { hasOlder: true, hasNewer: false }): Thread =>
  openThread({ messages: range(from, to), ...edges }, { rev: to, lastSeq: to });
const page = (from: number, to: number, hasMore: boolean) => ({ messages: range(from, to), hasMore, nextCursor: null });
const seqs = ({ messages }: Thread) => messages.map(({ seq }) => seq);

describe("a thread", () => {
  it("grows upwards by a page, to the beginning", () => {
    const grown = withOlder(windowOf(4, 5), page(2, 3, true));
    expect([seqs(grown), grown.hasOlder]).toEqual([[2, 3, 4, 5], true]);
    const whole = withOlder(grown, page(1, 1, false));
    expect([seqs(whole), whole.hasOlder]).toEqual([[1, 2, 3, 4, 5], false]);
  });

  it("does not take what it holds a second time", () => {
    expect(seqs(withOlder(windowOf(4, 5), page(2, 4, true)))).toEqual([2, 3, 4, 5]);
    expect(seqs(withNewer(windowOf(4, 5, { hasOlder: true, hasNewer: true }), page(5, 7, false)))).toEqual([4, 5, 6, 7]);
  });

  it("takes the newer version from a page", () => {
    const edited = { ...page(4, 4, true), messages: [message(4, { rev: 9, content: "edited" })] };
    expect(withOlder(windowOf(4, 5), edited).messages[0]?.content).toBe("edited");
  });

  it("grows downwards to the end and then takes news again", () => {
    const past = windowOf(1, 2, { hasOlder: false, hasNewer: true });
    expect(seqs(takeMessage(past, message(3)))).toEqual([1, 2]);
    const present = withNewer(past, page(3, 4, false));
    expect(seqs(takeMessage(present, message(5)))).toEqual([1, 2, 3, 4, 5]);
  });

  it("lets what came early join when a page fills the hole", () => {
    const torn = takeMessage(windowOf(1, 2, { hasOlder: false, hasNewer: false }), message(5));
    const whole = withNewer(torn, page(3, 4, false));
    expect([seqs(whole), whole.early]).toEqual([[1, 2, 3, 4, 5], []]);
  });

  it("ignores messages before its window", () => {
    const thread = windowOf(4, 5);
    expect(takeMessage(thread, message(2))).toBe(thread);
  });

  it("read anew keeps what the former one heard meanwhile", () => {
    const heard = takeMessage(takeMessage(windowOf(1, 3), message(4)), message(3, { rev: 9, content: "edited" }));
    const fresh = renewed(windowOf(2, 3), heard);
    expect(seqs(fresh)).toEqual([2, 3, 4]);
    expect(fresh.messages[1]?.content).toBe("edited");
  });
});
