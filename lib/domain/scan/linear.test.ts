import fs from "node:fs";
import path from "node:path";
import { checkSync } from "recheck";
import { describe, expect, test } from "vitest";
import { SPELLED_MAIL } from "./contacts.ts";
import { corpusOf } from "./corpus/corpus.ts";
import { scanMessage } from "./scan.policy.ts";

const SHORT = 1_000;
const FACTOR = 8;
/** Eight times the text takes eight times as long, or up to three times that on a busy machine; to go back and forth would take 64. */
const MOST = FACTOR * 3;
const LEAST_MS = 0.5;
const ROUNDS = 7;

const fastest = (content: string): number =>
  Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      scanMessage({ content, stage: "before_booking" });
      return performance.now() - start;
    }),
  );

const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const nasty: [string, string][] = [
  [
    "messages",
    corpusOf("tuning")
      .map(({ content }) => content)
      .join(" "),
  ],
  ["one word", "pay "],
  ["two words", "pay key "],
  ["what is near everything", "please send the deposit before the viewing to my account "],
  ["denials", "not never no pay "],
  ["one letter", "a"],
  ["letters", "a b c "],
  ["digits", "1 "],
  ["one long number", "0"],
  ["spelled digits", "one two "],
  ["dots", "a."],
  ["at signs", "a@"],
  ["addresses", "a.com/ "],
  ["half addresses", "at gmail at "],
  ["half accounts", "de89 "],
  ["spaces", " "],
  ["line breaks", "\n"],
  ["look-alikes", "аѕ "],
  ["questions", "what? "],
];

describe("the time is as long as the text", () => {
  test.each(nasty)("%s", (_, piece) => {
    fastest(fill(piece, SHORT * FACTOR));
    expect(fastest(fill(piece, SHORT * FACTOR))).toBeLessThan(MOST * Math.max(fastest(fill(piece, SHORT)), LEAST_MS));
  });
});

const LITERAL = /(?<=[=(,?:&|[]\s*|return\s)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g;
const sources = fs
  .readdirSync(import.meta.dirname, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("corpus"));

const written = sources.flatMap((name) =>
  [...fs.readFileSync(path.join(import.meta.dirname, name), "utf8").matchAll(LITERAL)].map(([, source = "", flags = ""]) => ({
    name,
    source,
    flags,
  })),
);
const composed = SPELLED_MAIL.map(({ source, flags }) => ({ name: "contacts.ts", source, flags }));
const patterns = [...written, ...composed];

const isLinear = (source: string, flags: string): boolean =>
  checkSync(source, flags.replace("g", ""), { timeout: 10_000 }).status === "safe";

describe("no pattern can be made to go back again and again", () => {
  test("a planted one is seen", () => {
    expect(isLinear("^(a+)+$", "")).toBe(false);
    expect(isLinear("\\s+$", "")).toBe(false);
    expect(written.length).toBeGreaterThan(20);
  });

  test.each(patterns.map(({ name, source, flags }) => [`${name} ${source.slice(0, 60)}`, source, flags] as const))(
    "%s",
    (_, source, flags) => {
      expect(isLinear(source, flags)).toBe(true);
    },
  );
});
