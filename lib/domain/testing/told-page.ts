import fs from "node:fs";

const cellsOf = (line: string): string[] => line.split("|").map((cell) => cell.trim());

/** A table of docs/notifications.md by what its first column says: what happens, and which of the two are told. */
export const toldPage = (title: string): [string, string[]][] => {
  const [, table = ""] = fs
    .readFileSync("docs/notifications.md", "utf8")
    .split(`| ${title} | student | landlord |\n| --- | --- | --- |\n`);
  return (table.split("\n\n")[0] ?? "")
    .split("\n")
    .map(cellsOf)
    .map(([, what = "", ...cells]) => [what, ["student", "landlord"].filter((_, index) => cells[index] === "told")]);
};
