import { type Failure, fail } from "#lib/domain/fail.ts";
import { createWorkload, type Workload } from "./workload.ts";

/** So many handshakes at once: each asks the database for everything its person has missed, and those inside must get through too. */
const HANDSHAKES = 64;
/** When to try again: spread, so that those who are turned away together do not come back together. */
const RETRY_MS = { least: 1_000, most: 5_000 };

export type Door = {
  /** Why nobody more can come in at the moment, or nothing. */
  refusal: () => Failure | undefined;
  /** The handshakes that are under way. */
  handshakes: Workload;
  /** From now on nobody comes in. */
  close: () => void;
};

/** Who may come in while the house is full, or about to close: nobody, and they are told when to try again. */
export const createDoor = ({ places = HANDSHAKES, random = Math.random } = {}): Door => {
  const handshakes = createWorkload();
  let isClosed = false;
  return {
    refusal: () => {
      if (!isClosed && handshakes.count() < places) return undefined;
      const { least, most } = RETRY_MS;
      return fail("unavailable", { retryAfterMs: Math.round(least + (most - least) * random()) });
    },
    handshakes,
    close: () => {
      isClosed = true;
    },
  };
};
