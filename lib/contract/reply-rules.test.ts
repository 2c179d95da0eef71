import { describe, expect, test } from "vitest";
import { fillReply, unknownVariables } from "./reply-rules.ts";

const known = { name: "Maya", home: "14 Mill Road", room: "Attic", from: "1 Mar", to: "31 Aug" };

describe("a saved reply is filled in", () => {
  test.each([
    [
      "with everything",
      "Hi {name}, {room} at {home}: {from} to {to}.",
      known,
      "Hi Maya, Attic at 14 Mill Road: 1 Mar to 31 Aug.",
      [],
    ],
    ["without variables", "See you.", known, "See you.", []],
    ["with one twice", "{name}, {name}!", known, "Maya, Maya!", []],
    ["without what is not known", "{name}: {room}, {room}", { name: "Maya" }, "Maya: {room}, {room}", ["{room}"]],
    ["without a variable that there is not", "{nmae}", known, "{nmae}", ["{nmae}"]],
    ["with a value that looks like a variable", "{home}", { home: "{room}", room: "Attic" }, "{room}", []],
    ["with a value that has a sign of its own", "{home}", { home: "$& House" }, "$& House", []],
  ])("%s", (_, text, values, filled, gaps) => {
    expect(fillReply(text, values)).toEqual({ text: filled, gaps });
  });
});

test.each([
  ["{name} {room} {home} {from} {to}", []],
  ["{nmae}, {Name} and { name }", ["{nmae}", "{Name}", "{ name }"]],
  ["{}", ["{}"]],
  ["a { and a }", ["{ and a }"]],
  ["one { alone", []],
])("what is no variable in %j", (text, unknown) => {
  expect(unknownVariables(text)).toEqual(unknown);
});
