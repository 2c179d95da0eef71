import * as z from "zod";
import { errorCodes } from "./errors.ts";
import { Timestamp } from "./primitives.ts";

const Count = z.int().min(0);
const Ms = z.number().min(0);

/** From the commit to the device, in ms, of the messages that arrived in the minute before: half of them, 19 in 20, 99 in 100. */
const DeliveryTimes = z.strictObject({ p50: Ms, p95: Ms, p99: Ms });

/** How one process is at one moment. What could not be looked at is null, and never old. */
export const PulseSample = z
  .strictObject({
    at: Timestamp,
    /** Sockets, and the people they are of. */
    connections: Count,
    people: Count,
    /** Stored in the minute before. */
    messages: Count,
    delivery: DeliveryTimes.nullable(),
    /** Events and requests of the minute before that failed or were refused. */
    errors: Count,
    /** The longest of 99 in 100 waits of the event loop since the sample before. */
    eventLoopMs: Ms,
    /** Connections of the database that are in use, of how many, and who waits for one. */
    pool: z.strictObject({ used: Count, size: Count, waiting: Count }),
    /** Jobs that are due or running, and those that failed for the last time. */
    jobs: z.strictObject({ waiting: Count, dead: Count }).nullable(),
    /** Reports that nobody has decided. */
    reports: Count.nullable(),
  })
  .meta({ id: "PulseSample" });
export type PulseSample = z.infer<typeof PulseSample>;

const codes = Object.keys(errorCodes) as [keyof typeof errorCodes, ...(keyof typeof errorCodes)[]];

/** How often each code was answered in the last hour; those that were not are left out. */
const ErrorTally = z.partialRecord(z.enum(codes), Count);
export type ErrorTally = z.infer<typeof ErrorTally>;

/** A new sample, and what goes with it. */
export const Pulse = z.strictObject({ sample: PulseSample, errorsByCode: ErrorTally }).meta({ id: "Pulse" });
export type Pulse = z.infer<typeof Pulse>;

/** What whoever begins to watch is told: the samples of the last hour, the oldest first. They begin anew with the process. */
export const PulseHistory = z
  .strictObject({ since: Timestamp, samples: z.array(PulseSample), errorsByCode: ErrorTally })
  .meta({ id: "PulseHistory" });
export type PulseHistory = z.infer<typeof PulseHistory>;
