import { expect, test } from "vitest";
import { fingerprintOf, isWorthComparing, judgeRepeats, type Repeat, type Sent } from "./repeats.policy.ts";
import { distanceBetween } from "./simhash.ts";

const NOW = new Date("2027-03-01T12:00:00Z");
const TEXT = "Hello Anna, the room is still free and the rent is 420 euros. Please tell me when you would like to see it.";

const sentTo = (count: number, content = TEXT, minutesAgo = 10): Sent[] =>
  Array.from({ length: count }, (_, index) => ({
    conversationId: `room ${index}`,
    fingerprint: fingerprintOf(content),
    at: new Date(NOW.getTime() - minutesAgo * 60_000),
  }));

const judge = ({ content = TEXT, ...over }: Partial<Repeat> & { content?: string }) =>
  judgeRepeats({
    fingerprint: isWorthComparing(content) ? fingerprintOf(content) : null,
    conversationId: "room of bob",
    score: 0,
    recent: [],
    now: NOW,
    ...over,
  });

test("a text with another name and another price is the same, another text is not", () => {
  const copy = TEXT.replace("Anna", "Bob").replace("420", "390").toUpperCase().replace("HELLO BOB", "Hello Bob");
  expect(distanceBetween(fingerprintOf(TEXT), fingerprintOf(TEXT.replace("Anna", "Bob").replace("420", "390")))).toBe(0);
  expect(distanceBetween(fingerprintOf(TEXT), fingerprintOf(TEXT.replace("Please", "Kindly")))).toBeLessThanOrEqual(9);
  expect(
    distanceBetween(fingerprintOf(TEXT), fingerprintOf("Is there a place for bikes in the yard, and who has the key to it?")),
  ).toBeGreaterThan(15);
  expect(copy).not.toBe(TEXT);
});

test("a student may ask a dozen landlords the same, but not a hundred", () => {
  expect(judge({ recent: sentTo(8) })).toEqual({ outcome: "allow", others: 8 });
  expect(judge({ recent: sentTo(12) }).outcome).toBe("warn");
  expect(judge({ recent: sentTo(100) }).outcome).toBe("hold");
});

test("what the rules find something in is held at the fifth", () => {
  expect(judge({ score: 60, recent: sentTo(1) }).outcome).toBe("allow");
  expect(judge({ score: 60, recent: sentTo(2) }).outcome).toBe("warn");
  expect(judge({ score: 60, recent: sentTo(4) }).outcome).toBe("hold");
});

test("other texts of hers count for nothing", () => {
  const other = "Thank you for the tour of the flat yesterday, the kitchen is lovely and the street is quiet.";
  expect(judge({ score: 60, recent: sentTo(50, other) })).toEqual({ outcome: "allow", others: 0 });
});

test("short words, what was said an hour ago, and the same conversation do not count", () => {
  expect(judge({ content: "Is it still free?", recent: sentTo(50, "Is it still free?") }).outcome).toBe("allow");
  expect(judge({ recent: sentTo(50, TEXT, 61) }).outcome).toBe("allow");
  expect(judge({ conversationId: "room 0", recent: sentTo(1), score: 60 }).others).toBe(0);
});
