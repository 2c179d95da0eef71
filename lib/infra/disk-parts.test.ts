import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { createDiskParts } from "./disk-parts.ts";
import { throwAsNoRoom } from "./full-disk.ts";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "parts-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const parts = createDiskParts(folder);
const id = "01990000-0000-7000-8000-000000000001";

async function* pieces(...texts: (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield Buffer.from(text);
  }
}

test("what has come stays when the rest breaks off, and the rest follows it", async () => {
  expect(await parts.size(id)).toBeUndefined();
  await parts.create(id);
  expect(await parts.size(id)).toBe(0);
  await expect(parts.append(id, 0, pieces("abc", "def", new Error("gone")))).rejects.toThrow("gone");
  expect(await parts.size(id)).toBe(6);
  // What was not counted comes once more.
  expect(await parts.append(id, 4, pieces("EF", "gh"))).toBe(8);
  expect(Buffer.from(await parts.read(id)).toString()).toBe("abcdEFgh");
  await parts.remove([id, id]);
  expect(await parts.size(id)).toBeUndefined();
  await expect(parts.append(id, 0, pieces("a"))).rejects.toMatchObject({ code: "ENOENT" });
});

test("how much is there is told when the last write is over, and the next one begins behind it", async () => {
  await parts.create(id);
  let goOn: (() => void) | undefined;
  async function* slow(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("abc");
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    yield Buffer.from("def");
  }
  const first = parts.append(id, 0, slow());
  const [size, second] = [parts.size(id), parts.append(id, 6, pieces("ghi"))];
  await expect.poll(() => goOn).toBeDefined();
  goOn?.();
  expect(await Promise.all([first, second])).toEqual([6, 9]);
  expect(await size).toBeGreaterThanOrEqual(6);
  expect(Buffer.from(await parts.read(id)).toString()).toBe("abcdefghi");
  await parts.remove([id]);
});

test.each(["../x", "", "a", `${id}/..`])("%j is no file of it", async (strange) => {
  await expect(parts.create(strange)).rejects.toThrow("no id");
});

test("a full disk is told as one, anything else as it is", () => {
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  expect(() => throwAsNoRoom(full)).toThrow(expect.objectContaining({ name: "Failure", code: "unavailable" }));
  const other = new Error("broken");
  expect(() => throwAsNoRoom(other)).toThrow(other);
});
