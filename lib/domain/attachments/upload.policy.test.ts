import { expect, test } from "vitest";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import { refusalOfUpload, type Writer } from "./upload.policy.ts";

const GIGABYTE = 1024 ** 3;
const writer: Writer = { kind: "direct", isBlocked: false, silencedUntil: null, unsent: 0, bytesOfDay: 0 };
const { bytes, bytesPerDay, unsent } = attachmentLimits;

test.each<[string, Partial<Writer>, number, number, string | undefined]>([
  ["a small file", {}, 1, GIGABYTE, undefined],
  ["as large as allowed", {}, bytes, GIGABYTE, undefined],
  ["one byte more", {}, bytes + 1, GIGABYTE, "too_large"],
  ["among blocked ones", { isBlocked: true }, 1, GIGABYTE, "blocked"],
  ["among blocked ones of a group", { isBlocked: true, kind: "group" }, 1, GIGABYTE, undefined],
  ["by who is silenced", { silencedUntil: new Date() }, 1, GIGABYTE, "suspended"],
  ["the last that may lie around", { unsent: unsent - 1 }, 1, GIGABYTE, undefined],
  ["one more of these", { unsent }, 1, GIGABYTE, "conflict"],
  ["the last of the day", { bytesOfDay: bytesPerDay - 1 }, 1, GIGABYTE, undefined],
  ["one byte more of the day", { bytesOfDay: bytesPerDay }, 1, GIGABYTE, "conflict"],
  ["on a full disk", {}, 1, 1024, "unavailable"],
])("%s", (_, over, length, free, code) => {
  expect(refusalOfUpload({ ...writer, ...over }, length, free)?.code).toBe(code);
});

test("outsiders begin nothing", () => {
  expect(refusalOfUpload(undefined, 1, GIGABYTE)?.code).toBe("not_participant");
});
