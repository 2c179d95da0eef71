import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AuditHead } from "#lib/domain/ports.ts";
import { createFileAuditHeads } from "./file-audit-heads.ts";
import { auditKeys } from "./secret.ts";
import { createHeadSigner } from "./signed-head.ts";

const { headKey } = auditKeys("a secret of a test");
const headAt = (seq: number) => ({ seq, hash: String(seq % 10).repeat(64), at: "2026-11-28T03:00:00.000Z" });

const keptIn = async (folder: string) => {
  const found: { line: number; head: AuditHead | undefined }[] = [];
  for await (const one of createFileAuditHeads(folder, headKey).all()) found.push(one);
  return found;
};

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-heads-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test("heads come back as they were kept, the oldest first", async () => {
  const heads = createFileAuditHeads(folder, headKey);
  expect(await keptIn(folder)).toEqual([]);
  for (const seq of [3, 9]) await heads.append(headAt(seq));
  expect(await keptIn(folder)).toEqual([
    { line: 1, head: headAt(3) },
    { line: 2, head: headAt(9) },
  ]);
});

test("a line of somebody else, or none at all, is no head, and hides none", async () => {
  await createFileAuditHeads(folder, headKey).append(headAt(3));
  await createFileAuditHeads(folder, auditKeys("another secret").headKey).append(headAt(4));
  fs.appendFileSync(path.join(folder, "audit-heads"), '{"seq":5}\n\nnot even JSON\n');
  await createFileAuditHeads(folder, headKey).append(headAt(6));
  const found = await keptIn(folder);
  expect(found.map(({ head }) => head?.seq)).toEqual([3, undefined, undefined, undefined, undefined, 6]);
});

test("no letter of a line can be another one", () => {
  const signer = createHeadSigner(headKey);
  const line = signer.toLine(headAt(12));
  const altered = Array.from({ length: line.length }, (_, place) => {
    const letter = line[place] === "1" ? "2" : "1";
    return line.slice(0, place) + letter + line.slice(place + 1);
  });
  const taken = altered.flatMap((one) => signer.fromLine(one) ?? []);
  expect(altered.length).toBeGreaterThan(200);
  expect(taken).toEqual([]);
  expect(signer.fromLine(line)).toEqual(headAt(12));
});
