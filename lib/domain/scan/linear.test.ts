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
const ROUNDS = { least: 3, most: 60 };

const timeOf = (content: string): number => {
  const start = performance.now();
  scanMessage({ content, stage: "before_booking" });
  return performance.now() - start;
};

/** The fastest of each so far, for as long as they do not agree: what disturbs a round on a busy machine only adds to it. */
const ratioOf = (short: string, long: string): number => {
  let [shortMs, longMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const ratio = (): number => longMs / Math.max(shortMs, LEAST_MS);
  for (let round = 0; round < ROUNDS.least || (ratio() >= MOST && round < ROUNDS.most); round += 1) {
    longMs = Math.min(longMs, timeOf(long));
    shortMs = Math.min(shortMs, timeOf(short));
  }
  return ratio();
};

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
    expect(ratioOf(fill(piece, SHORT), fill(piece, SHORT * FACTOR))).toBeLessThan(MOST);
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

/** By its steps alone: on a busy machine an attempt that is cut short by a clock looks like a bad pattern. */
const UNHURRIED = { timeout: null, attackTimeout: null, incubationTimeout: null };
const verdictOf = (source: string, flags: string) => checkSync(source, flags.replace("g", ""), UNHURRIED).status;
const VERDICT_MS = 120_000;

describe("no pattern can be made to go back again and again", () => {
  test("a planted one is seen", () => {
    expect(verdictOf("^(a+)+$", "")).toBe("vulnerable");
    expect(verdictOf("\\s+$", "")).toBe("vulnerable");
    expect(written.length).toBeGreaterThan(20);
  });

  test.each(patterns.map(({ name, source, flags }) => [`${name} ${source.slice(0, 60)}`, source, flags] as const))(
    "%s",
    (_, source, flags) => {
      expect(verdictOf(source, flags)).toBe("safe");
    },
    VERDICT_MS,
  );
});
