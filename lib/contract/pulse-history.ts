import type { PulseSample } from "./pulse.ts";

/** How pulses are kept, on both sides of the wire. Apart from the schemas, which a browser does not load. */

const HOUR_MS = 3_600_000;
/** Of all the samples of such a slot the last one is kept. */
export const SLOT_MS = 30_000;

const slotOf = ({ at }: PulseSample): number => Math.floor(Date.parse(at) / SLOT_MS);

/** The samples with one more: at most one of each slot, and none older than an hour. */
export const withSample = (samples: readonly PulseSample[], sample: PulseSample): PulseSample[] => {
  const oldest = Date.parse(sample.at) - HOUR_MS;
  const earlier = samples.filter((one) => slotOf(one) < slotOf(sample) && Date.parse(one.at) > oldest);
  return [...earlier, sample];
};
