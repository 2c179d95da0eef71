import type { Viewing, ViewingConflict } from "#lib/contract/viewings.ts";
import { type Failure, fail } from "../fail.ts";

const WORDS: Record<ViewingConflict, string> = {
  stale_version: "This viewing has changed meanwhile.",
  illegal_step: "This is not possible any more.",
  not_offered: "This time is not offered any more.",
  slot_passed: "The time for this is over.",
  overlaps: "There is another viewing at this time.",
  too_many: "There are enough viewings that are not over yet between you two.",
  not_confirmed: "No time is confirmed yet.",
};

/** Why a step or a request cannot be, with the viewing as it is where there is one. */
export const viewingConflict = (reason: ViewingConflict, viewing?: Viewing, more: object = {}): Failure =>
  fail("conflict", { message: WORDS[reason], details: { reason, ...(viewing ? { viewing } : {}), ...more } });
