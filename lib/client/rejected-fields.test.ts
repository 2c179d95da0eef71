import { expect, test } from "vitest";
import { ApiError } from "./api.ts";
import { rejectedFields } from "./rejected-fields.ts";

test("what the rules have against each field, in words", () => {
  const details = { rules: [], fields: { description: ["One.", "Two."], title: ["Three."] } };
  expect(rejectedFields(new ApiError("content_rejected", { details }))).toEqual({ description: "One. Two.", title: "Three." });
});

test.each([
  ["another refusal", new ApiError("conflict", { details: { fields: { title: ["x"] } } })],
  ["one without fields", new ApiError("content_rejected", { details: { rules: [] } })],
  ["one with something else there", new ApiError("content_rejected", { details: { fields: { title: 3 } } })],
  ["no refusal of ours", new Error("away")],
])("%s says nothing", (_, error) => {
  expect(rejectedFields(error)).toEqual({});
});
