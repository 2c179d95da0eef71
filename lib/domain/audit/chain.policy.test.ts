import { expect, test } from "vitest";
import { GENESIS, hashOf } from "./chain.policy.ts";

const entry = {
  seq: 1,
  at: "2026-11-28T03:00:00.000Z",
  actorId: null,
  action: "user.banned",
  subjectType: "user",
  subjectId: "01900000-0000-7000-8000-000000000001",
  details: { until: null, days: 7 },
};

test("the hash is what every other program makes of the same: entries that were written once stay right for good", () => {
  // printf '%s%s' "$(printf '0%.0s' {1..64})" '{"action":…}' | openssl dgst -sha256 -hmac key
  expect(hashOf("key", GENESIS, entry)).toBe("be176492a2025c117c41129f3273bcc5abb6c1cf8eb0759d58159e908f4c65bb");
});

test("how the details are written down does not matter, what they say does", () => {
  const hash = hashOf("key", GENESIS, entry);
  expect(hashOf("key", GENESIS, { ...entry, details: { days: 7.0, until: null } })).toBe(hash);
  expect(hashOf("key", GENESIS, { ...entry, details: { days: "7", until: null } })).not.toBe(hash);
  expect(hashOf("other", GENESIS, entry)).not.toBe(hash);
  expect(hashOf("key", hash, entry)).not.toBe(hash);
});
