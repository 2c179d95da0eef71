import { describe, expect, test } from "vitest";
import { fillReply } from "./fill-reply.ts";
import { gapsIn } from "./reply-gaps.ts";

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
    ["without what is not known", "{name}: {room}, {room}", { name: "Maya" }, "Maya: {{room}}, {{room}}", ["{{room}}"]],
    ["without anything", "{name} {room}", {}, "{{name}} {{room}}", ["{{name}}", "{{room}}"]],
    ["with a value that looks like a variable", "{home}", { home: "{room}", room: "Attic" }, "{room}", []],
    ["with a value that has a sign of its own", "{home}", { home: "$& House" }, "$& House", []],
  ])("%s", (_, text, values, filled, gaps) => {
    const answer = fillReply(text, values);
    expect([answer, gapsIn(answer)]).toEqual([filled, gaps]);
  });
});

test.each([
  ["Hi {{room}}", ["{{room}}"]],
  ["{{room}}{{room}} {{to}}", ["{{room}}", "{{to}}"]],
  ["{room} and { room } of one's own", []],
  ["", []],
])("what is left open in %j", (text, gaps) => {
  expect(gapsIn(text)).toEqual(gaps);
});
