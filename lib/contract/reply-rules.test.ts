import { expect, test } from "vitest";
import { unknownVariables } from "./reply-rules.ts";

test.each([
  ["{name} {room} {home} {from} {to}", []],
  ["{nmae}, {Name} and { name }", ["{nmae}", "{Name}", "{ name }"]],
  ["{}", ["{}"]],
  ["a { and a }", ["{ and a }"]],
  ["one { alone", []],
])("what is no variable in %j", (text, unknown) => {
  expect(unknownVariables(text)).toEqual(unknown);
});
