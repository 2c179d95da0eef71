import fs from "node:fs";
import { expect, test, vi } from "vitest";
import { mend } from "./mended-postgres.mjs";

const source = (file: string): string => fs.readFileSync(`node_modules/postgres/src/${file}`, "utf8");

test("postgres.js is as it was when it was mended; another one is looked at before it is built", () => {
  const mended = mend("connection.js", source("connection.js"));
  expect(mended).toContain("if (socket) return socket.write(bytes, fn)");
  expect(mended).not.toContain("retry(query");
  expect(mended).toContain("sent.remove(q)");
  expect(() => mend("connection.js", mended)).toThrow("postgres.js has changed");
  expect(() => mend("queue.js", mend("queue.js", source("queue.js")))).toThrow("postgres.js has changed");
});

/** The connections of a pool go in and out of it in turns. Resolves to how many places are looked through for one that is not there. */
const placesAfter = async (code: string, turns: number): Promise<number | undefined> => {
  const { default: createQueue } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const queue = createQueue();
  for (const connection of ["one", "two", "three"]) queue.push(connection);
  for (let turn = 0; turn < turns; turn += 1) queue.push(queue.shift());
  expect([queue.length, queue.remove("nobody")]).toEqual([3, null]);
  const looks = vi.spyOn(Array.prototype, "indexOf");
  queue.remove("nobody");
  const places = looks.mock.contexts.map((queued) => (queued as unknown[]).length);
  looks.mockRestore();
  return places[0];
};

test("its queue keeps no place for who was taken out", async () => {
  expect(await placesAfter(mend("queue.js", source("queue.js")), 999)).toBe(3);
  expect(await placesAfter(source("queue.js"), 999)).toBe(1_002);
});
