import { expect, test } from "vitest";
import { slotOf } from "./schedule.policy.ts";

const DAILY_AT_3 = { everyMs: 86_400_000, afterMs: 3 * 3_600_000 };

test.each([
  ["2026-11-25T03:00:00.000Z", "2026-11-25T03:00:00.000Z"],
  ["2026-11-25T02:59:59.999Z", "2026-11-24T03:00:00.000Z"],
  ["2026-11-25T23:59:59.999Z", "2026-11-25T03:00:00.000Z"],
  ["2026-12-01T00:00:00.000Z", "2026-11-30T03:00:00.000Z"],
])("at %s daily work was due at %s", (now, slot) => {
  expect(slotOf(DAILY_AT_3, new Date(now)).toISOString()).toBe(slot);
});
