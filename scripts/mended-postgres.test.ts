import fs from "node:fs";
import { expect, test } from "vitest";
import { mend } from "./mended-postgres.mjs";

test("postgres.js is as it was when it was mended; another one is looked at before it is built", () => {
  const source = fs.readFileSync("node_modules/postgres/src/connection.js", "utf8");
  expect(mend(source)).toContain("if (socket) return socket.write(bytes, fn)");
  expect(mend(source)).not.toContain("retry(query");
  expect(() => mend(mend(source))).toThrow("postgres.js has changed");
});
