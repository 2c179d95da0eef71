import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keptFile } from "./kept-file.ts";

const folder = (): string => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-kept-"));
  onTestFinished(() => fs.rmSync(made, { recursive: true }));
  return made;
};

test("it is made once, for its owner alone, and read from then on", () => {
  const file = path.join(folder(), "new", "keys");
  expect(keptFile(file, () => "first")).toBe("first");
  expect(keptFile(file, () => "second")).toBe("first");
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(path.dirname(file))).toEqual(["keys"]);
});

test("who comes second while it is being made gets what the first has made", () => {
  const file = path.join(folder(), "keys");
  const late = () => {
    expect(keptFile(file, () => "of the other")).toBe("of the other");
    return "of the late one";
  };
  expect(keptFile(file, late)).toBe("of the other");
  expect(fs.readdirSync(path.dirname(file))).toEqual(["keys"]);
});
