import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptFor } from "./hit-excerpt.policy.ts";

const shown = (content: string, ...words: string[]): string =>
  excerptFor(content, words)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join("");

test("the beginning of a word is a hit, its middle is none", () => {
  expect(shown("The deposit, a re-deposit, and undeposited", "dep")).toBe("The [dep]osit, a re-[dep]osit, and undeposited");
});

test("accents, case and forms of letters make no difference, and are shown as written", () => {
  expect(shown("Die STRAßE nach München", "strasse", "munchen")).toBe("Die [STRAßE] nach [München]");
  expect(shown("cafe\u0301 ouvert", "cafe")).toBe("[cafe\u0301] ouvert");
  expect(shown("Ελλάς", "ελλασ")).toBe("[Ελλάς]");
});

test("in a language without spaces a word begins anywhere", () => {
  expect(shown("房间的押金", "押金")).toBe("房间的[押金]");
});

test("of a long text the words around the first hit are shown", () => {
  const text = shown(`${"before ".repeat(30)}deposit ${"after ".repeat(60)}`, "deposit");
  expect(text).toMatch(/^….*\[deposit\] after .*…$/);
  expect(text.length).toBeLessThan(170);
});

test("whatever is said and looked for, the excerpt is a piece of what was said", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(fc.string({ unit: "binary", maxLength: 5 })),
      (content, words) => {
        const text = excerptFor(content, words)
          .map((part) => part.text)
          .join("")
          .replace(/^…|…$/g, "");
        expect(content.trim().replace(/\s+/g, " ")).toContain(text);
      },
    ),
  );
});
