import { expect, test } from "vitest";
import { guardedParser, nestsDeeperThan } from "./guarded-parser.ts";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test("nesting is counted outside strings only", () => {
  expect(nestsDeeperThan(nested(10), 10)).toBe(false);
  expect(nestsDeeperThan(nested(11), 10)).toBe(true);
  expect(nestsDeeperThan(`["${"[".repeat(50)}"]`, 10)).toBe(false);
  expect(nestsDeeperThan(`["\\"${"[".repeat(50)}"]`, 10)).toBe(false);
  expect(nestsDeeperThan(`["\\\\",${nested(50)}]`, 10)).toBe(true);
});

test("a deep frame and a binary frame are refused before they are parsed", () => {
  const decoder = new guardedParser.Decoder();
  expect(() => decoder.add(`2["x",${nested(5_000)}]`)).toThrow("nested too deeply");
  expect(() => decoder.add(Buffer.from("x"))).toThrow("binary");
  expect(() => decoder.add('51-["x",{"_placeholder":true,"num":0}]')).toThrow();
});

test("an ordinary event passes", () => {
  const decoder = new guardedParser.Decoder();
  const packets: unknown[] = [];
  decoder.on("decoded", (packet) => packets.push(packet.data));
  decoder.add('20["socket:ping",{}]');
  expect(packets).toEqual([["socket:ping", {}]]);
});
