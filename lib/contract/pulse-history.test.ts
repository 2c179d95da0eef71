import fc from "fast-check";
import { expect, test } from "vitest";
import type { PulseSample } from "./pulse.ts";
import { withSample } from "./pulse-history.ts";

const BEGIN = Date.parse("2027-01-10T12:00:00.000Z");
const at = (seconds: number): PulseSample => ({
  at: new Date(BEGIN + seconds * 1_000).toISOString(),
  connections: 0,
  people: 0,
  messages: 0,
  delivery: null,
  errors: 0,
  eventLoopMs: 0,
  pool: { used: 0, size: 10, waiting: 0 },
  jobs: null,
  reports: null,
});
const keep = (samples: PulseSample[]): PulseSample[] => samples.reduce<PulseSample[]>((kept, one) => withSample(kept, one), []);

test("of each half minute the last sample is kept, and of all the last hour", () => {
  const kept = keep(Array.from({ length: 1_000 }, (_, index) => at(index * 5)));
  expect(kept).toHaveLength(121);
  expect(kept.at(-1)).toEqual(at(4_995));
  expect(kept.at(-2)).toEqual(at(4_975));
});

test("who has heard every sample holds what the server holds, from wherever they began", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 300 }), fc.nat(), (steps, begin) => {
      const samples = steps.map((_, index) => at(steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0)));
      const from = samples.length === 0 ? 0 : begin % samples.length;
      const told = keep(samples.slice(0, from));
      const held = samples.slice(from).reduce<PulseSample[]>((kept, one) => withSample(kept, one), told);
      expect(held).toEqual(keep(samples));
      expect(held.length).toBeLessThanOrEqual(121);
    }),
  );
});
