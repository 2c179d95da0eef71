import { expect, test } from "vitest";
import {
  isFresh,
  linkToShow,
  type PreviewSubject,
  plainLine,
  previewLane,
  previewLink,
  previewWords,
} from "./link-preview.policy.ts";

const subject: PreviewSubject = {
  kind: "text",
  content: "See https://www.rook.house/rooms.",
  notices: [],
  deletedAt: null,
  isWanted: true,
  wasHeld: false,
  isPlain: false,
};

test.each([
  ["no link at all", undefined],
  ["rook.house is none, and neither is mailto:me@rook.house", undefined],
  ["See https://rook.house/a, and https://rook.house/b", "https://rook.house/a"],
  ["(http://rook.house/a)", "http://rook.house/a"],
  ["ftp://rook.house and then HTTPS://ROOK.house", "https://rook.house/"],
  [`https://rook.house/${"a".repeat(2_000)}`, undefined],
])("of '%.60s' the link that is looked at is %s", (content, link) => {
  expect(previewLink(content)).toBe(link);
});

test("of one host no two pages are looked at at once, and not of everybody's in one row", () => {
  expect(previewLane("https://rook.house/a")).toBe(previewLane("http://rook.house/b?c"));
  const hosts = Array.from({ length: 20 }, (_, index) => `https://host-${index}.org/`);
  expect(new Set(hosts.map(previewLane)).size).toBe(2);
});

test("nothing is shown of what is removed, warned of, waited, or stands there as plain text", () => {
  expect(linkToShow(subject)).toBe("https://www.rook.house/rooms");
  const others: Partial<PreviewSubject>[] = [
    { kind: "system" },
    { kind: "file" },
    { content: "" },
    { notices: ["phishing.link"] },
    { deletedAt: new Date() },
    { isWanted: false },
    { wasHeld: true },
    { isPlain: true },
  ];
  for (const other of others) expect(linkToShow({ ...subject, ...other }), JSON.stringify(other)).toBeUndefined();
});

test("what a page says is one line without anything that steers it, and no longer than there is room", () => {
  expect(plainLine("  Two\r\n rooms\t\u00a0by  the river ", 60)).toBe("Two rooms by the river");
  expect(plainLine("\u202egnp.moor\u202c\u2066a\u2069\u200b\u200f\ufeff\u0000\u001b[31m", 60)).toBe("gnp.moora [31m");
  expect(plainLine("a\u2028b\u0085c\u061c\u{e0041}", 60)).toBe("a bc");
  expect(plainLine("Zimmer in München 🏠", 60)).toBe("Zimmer in München 🏠");
  expect([...plainLine("🏠".repeat(300), 120)].length).toBe(120);
  expect(plainLine("word ".repeat(100), 10)).toBe("word word…");
});

test("a page without a title is not shown; without a name of its site it is called by its host", () => {
  const page = { title: "Rooms", description: "", siteName: "", picture: null };
  expect(previewWords({ ...page, title: "\u200b \u202e" }, "https://www.rook.house/")).toBeUndefined();
  expect(previewWords(page, "https://www.rook.house/")).toEqual({ title: "Rooms", description: "", siteName: "rook.house" });
  expect(previewWords({ ...page, siteName: "Rook\nHouse" }, "https://www.rook.house/")?.siteName).toBe("Rook House");
});

test("what a page said is good for a day, that it said nothing for an hour", () => {
  const now = new Date("2026-11-28T12:00:00Z");
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  expect(isFresh({ title: "Rooms", fetchedAt: hoursAgo(23.9) }, now)).toBe(true);
  expect(isFresh({ title: "Rooms", fetchedAt: hoursAgo(24) }, now)).toBe(false);
  expect(isFresh({ title: null, fetchedAt: hoursAgo(0.9) }, now)).toBe(true);
  expect(isFresh({ title: null, fetchedAt: hoursAgo(1) }, now)).toBe(false);
});
