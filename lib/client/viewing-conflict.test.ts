import { expect, it } from "vitest";
import { ApiError } from "./api.ts";
import { viewingConflict } from "./viewing-conflict.ts";

const conflict = (details: unknown) => viewingConflict(new ApiError("conflict", { details }));

it("a conflict about a viewing says why, and whose other viewing it is", () => {
  expect(conflict({ reason: "stale_version", viewing: {} })).toEqual({ reason: "stale_version", isOwn: false });
  expect(conflict({ reason: "overlaps", whose: "yours" })).toEqual({ reason: "overlaps", isOwn: true });
  expect(conflict({ reason: "overlaps", whose: "theirs" })).toEqual({ reason: "overlaps", isOwn: false });
});

it("nothing else is one: another failure, a reason that is not known here", () => {
  expect(conflict({ reason: "dates_held" })).toBeNull();
  expect(conflict({ reason: "toString" })).toBeNull();
  expect(conflict("overlaps")).toBeNull();
  expect(viewingConflict(new ApiError("blocked", { details: { reason: "overlaps" } }))).toBeNull();
  expect(viewingConflict(null)).toBeNull();
});
