import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepRecentEmoji, keepSkinTone, readRecentEmoji, readSkinTone, wipeRecentEmoji } from "./recent-emoji.ts";
import { setSharedComputer } from "./shared-computer.ts";
import { alice, bob } from "./testing/conversations.ts";

const kept: Record<string, string> = {};

beforeEach(() => {
  for (const key of Object.keys(kept)) delete kept[key];
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => Object.assign(kept, { [key]: value }),
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
  };
  vi.stubGlobal("localStorage", new Proxy(kept, { get: (_, name) => Reflect.get(methods, name) ?? kept[String(name)] }));
  wipeRecentEmoji(() => true);
});

describe("emoji that were used last", () => {
  it("come in their order, each once, and so many at most", () => {
    for (const emoji of ["😀", "👩🏽‍🚀", "😀"]) keepRecentEmoji(alice, emoji);
    expect(readRecentEmoji(alice)).toEqual(["😀", "👩🏽‍🚀"]);
    for (let code = 0x1f601; code < 0x1f640; code += 1) keepRecentEmoji(alice, String.fromCodePoint(code));
    expect(readRecentEmoji(alice)).toHaveLength(16);
    expect(readRecentEmoji(alice)[0]).toBe(String.fromCodePoint(0x1f63f));
  });

  it("are their person's, and go with them", () => {
    keepRecentEmoji(alice, "😀");
    keepSkinTone(alice, "dark");
    keepRecentEmoji(bob, "🙏");
    wipeRecentEmoji((userId) => userId === alice);
    expect([readRecentEmoji(alice), readSkinTone(alice), readRecentEmoji(bob)]).toEqual([[], "", ["🙏"]]);
  });

  it("are not kept beyond the tab on a shared computer", () => {
    setSharedComputer(true);
    keepRecentEmoji(alice, "😀");
    expect(readRecentEmoji(alice)).toEqual(["😀"]);
    expect(Object.keys(kept).filter((key) => key.includes("emoji"))).toEqual([]);
    setSharedComputer(false);
  });
});
