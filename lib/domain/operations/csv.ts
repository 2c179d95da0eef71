import { stringify } from "csv-stringify/sync";

/** What a program for tables would take for the beginning of a formula, or for nothing before one. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell that no such program runs: an apostrophe before it says that it is a text. */
export const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** Says that UTF-8 follows: without it Excel takes the file for something older. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** Rows as RFC 4180 writes them. Every cell is quoted: a line break in one is no end of a row. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ""
    : stringify(
        rows.map((row) => row.map(harmless)),
        { quoted: true, quoted_empty: true, record_delimiter: "windows" },
      );
