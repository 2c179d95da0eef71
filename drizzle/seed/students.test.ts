import { describe, expect, it } from "vitest";
import { buildStudents } from "./students.ts";

const now = new Date("2026-11-22T12:00:00.000Z");
const landlords = [
  { id: "01890000-0000-7000-8000-00000000000a", name: "Alice Example" },
  { id: "01890000-0000-7000-8000-00000000000b", name: "Bob Example" },
];

describe("buildStudents", () => {
  it("numbers on from where it is told, each with one conversation", () => {
    const rows = buildStudents({ from: 11, count: 30, landlords, now });
    expect(rows.users.map(({ email }) => email)).toEqual(
      Array.from({ length: 30 }, (_, index) => `load${index + 11}@uninest.test`),
    );
    expect(rows.conversations).toHaveLength(30);
    expect(new Set(rows.conversations.map(({ directKey }) => directKey)).size).toBe(30);
    expect(rows.messages).toHaveLength(60);
  });

  it("makes other ids in the next call than in the one before", () => {
    const ids = [1, 101].flatMap((from) => buildStudents({ from, count: 100, landlords, now }).users.map(({ id }) => id));
    expect(new Set(ids).size).toBe(200);
  });

  it("leaves everything read, in times before now", () => {
    const rows = buildStudents({ from: 1, count: 20, landlords, now });
    expect(rows.participants.every(({ readSeq, deliveredSeq }) => readSeq === 2 && deliveredSeq === 2)).toBe(true);
    expect(rows.messages.every(({ createdAt }) => createdAt < now)).toBe(true);
  });
});
