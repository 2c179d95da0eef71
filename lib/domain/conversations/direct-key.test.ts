import { describe, expect, it } from "vitest";
import { directKey } from "./direct-key.ts";

const alice = "01890000-0000-7000-8000-00000000000a";
const bob = "01890000-0000-7000-8000-00000000000b";
const listing = "01890000-0000-7000-8000-0000000000ff";

describe("directKey", () => {
  it("is the sorted pair and the listing", () => {
    expect(directKey([bob, alice], listing)).toBe(`${alice}:${bob}:${listing}`);
  });

  it("does not care who opens the conversation", () => {
    expect(directKey([alice, bob], null)).toBe(directKey([bob, alice], null));
  });

  it("keeps a conversation about a listing apart from one about none", () => {
    expect(directKey([alice, bob], null)).toBe(`${alice}:${bob}:-`);
    expect(directKey([alice, bob], listing)).not.toBe(directKey([alice, bob], null));
  });

  it("leaves the given pair as it was", () => {
    const pair: [string, string] = [bob, alice];
    directKey(pair, null);
    expect(pair).toEqual([bob, alice]);
  });
});
