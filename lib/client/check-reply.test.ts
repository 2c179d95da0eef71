import { expect, test } from "vitest";
import { checkReply } from "./check-reply.ts";

test.each([
  ["whole", "Hello", "Hi {name}", {}],
  ["empty", " ", "\n", { title: { key: "title" }, text: { key: "text" } }],
  ["as long as it may be", "🏠".repeat(60), "🏠".repeat(2_000), {}],
  [
    "longer than it may be",
    "a".repeat(61),
    "a".repeat(2_001),
    { title: { key: "titleTooLong", most: 60 }, text: { key: "textTooLong", most: 2_000 } },
  ],
  ["with a variable that there is not", "Hello", "{name} {nmae}", { text: { key: "unknown", braces: "{nmae}" } }],
])("a reply that is %s", (_, title, text, flaws) => {
  expect(checkReply({ title, text })).toEqual(flaws);
});
