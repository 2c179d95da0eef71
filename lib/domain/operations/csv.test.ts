import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BYTE_ORDER_MARK, csvOf, harmless } from "./csv.ts";

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });
/** What people would write to do harm, among everything else. */
const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', "'", ",", ";", "a", "\uFF1D", "\uFEFF") }),
);

test("a parser gets back every cell, and none of them is a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const found = read(BYTE_ORDER_MARK + csvOf(rows));
      expect(found).toEqual(rows.map((row) => row.map(harmless)));
      for (const value of found.flat()) expect(value).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      // Whoever wants the cells as they were takes the apostrophe away.
      const bare = found.map((row, at) => row.map((value, place) => (value === rows[at]?.[place] ? value : value.slice(1))));
      expect(bare).toEqual(rows);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['=HYPERLINK("https://evil.test")', `"'=HYPERLINK(""https://evil.test"")"\r\n`],
  ["+49 170 1234567", `"'+49 170 1234567"\r\n`],
  ["-1", `"'-1"\r\n`],
  ["@SUM(A1)", `"'@SUM(A1)"\r\n`],
  ["\t=1", `"'\t=1"\r\n`],
  ["two\nlines", `"two\nlines"\r\n`],
  ["1 - 2 = -1", `"1 - 2 = -1"\r\n`],
  ["", `""\r\n`],
])("%j is written as %j", (value, written) => {
  expect(csvOf([[value]])).toBe(written);
});

test("no rows are nothing", () => {
  expect(csvOf([])).toBe("");
});
