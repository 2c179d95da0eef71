import * as z from "zod";
import { Id } from "#lib/contract/primitives.ts";

/** How a job lies in the queue: with an id of ours, since the library's number is nobody's key. */
export const Envelope = z.strictObject({ id: Id, data: z.unknown() });
export type Envelope = z.infer<typeof Envelope>;
