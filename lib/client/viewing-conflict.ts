import type { ViewingConflict } from "#lib/contract/viewings.ts";
import { asApiError } from "./api.ts";

const REASONS: Record<ViewingConflict, true> = {
  stale_version: true,
  illegal_step: true,
  not_offered: true,
  slot_passed: true,
  overlaps: true,
  too_many: true,
  not_confirmed: true,
};
const isReason = (value: unknown): value is ViewingConflict => typeof value === "string" && Object.hasOwn(REASONS, value);

type Told = { reason: ViewingConflict; isOwn: boolean };

/** Why a step on a viewing was a conflict; `isOwn`: the other viewing at that time is one's own. Null for any other failure. */
export const viewingConflict = (error: unknown): Told | null => {
  const { code, details } = asApiError(error);
  if (code !== "conflict" || typeof details !== "object" || details === null || !("reason" in details)) return null;
  const isOwn = "whose" in details && details.whose === "yours";
  return isReason(details.reason) ? { reason: details.reason, isOwn } : null;
};
