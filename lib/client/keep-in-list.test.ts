import { describe, expect, it } from "vitest";
import { keepInList } from "./keep-in-list.ts";
import { conversation, conversationId } from "./testing/conversations.ts";

const [newest, middle, oldest] = [3, 2, 1].map((number) => conversation(number, { id: conversationId(number) }));

describe("keepInList", () => {
  it("puts one that is missing into its place", () => {
    if (!newest || !middle || !oldest) throw new Error("a conversation is missing");
    expect(keepInList([newest, oldest], middle)).toEqual([newest, middle, oldest]);
  });

  it("leaves the list as it is otherwise", () => {
    if (!newest || !middle) throw new Error("a conversation is missing");
    const list = [newest, middle];
    expect(keepInList(list, middle)).toBe(list);
    expect(keepInList(list, undefined)).toBe(list);
  });
});
