import { expect, onTestFinished, test, vi } from "vitest";
import type { Log } from "#lib/domain/ports.ts";
import type { LiveSockets } from "./live-sockets.ts";
import { watchRevocations } from "./revocation-watch.ts";

type Changes = Awaited<ReturnType<Parameters<typeof watchRevocations>[0]["changesOfAccess"]>>;
const at = (second: number) => new Date(Date.UTC(2026, 10, 25, 12, 0, second));
const nothing = (second: number): Changes => ({ at: at(second), ended: [], people: [] });

/** A watch over these rooms that gets one answer after the other, an error for a database that is away, the last for ever. */
const watching = (rooms: Record<string, string[]>, answers: (Changes | Error)[]) => {
  const closed: unknown[][] = [];
  const asked: (Date | undefined)[] = [];
  const warned: string[] = [];
  const sockets: Pick<LiveSockets, "idsIn" | "roleOf" | "close"> = {
    idsIn: (room) => rooms[room] ?? [],
    roleOf: (id) => (id === "old" ? "student" : "landlord"),
    close: (...given) => void closed.push(given),
  };
  const changesOfAccess = async (since?: Date): Promise<Changes> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? nothing(0);
    asked.push(since);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const quiet = () => undefined;
  const warn: Log["warn"] = (_, message) => void warned.push(message);
  const log: Log = { debug: quiet, info: quiet, warn, error: quiet, during: (work) => work(), requestId: () => "some id" };
  const { stop } = watchRevocations({ sockets, changesOfAccess, log, everyMs: 1 });
  onTestFinished(stop);
  return { closed, asked, warned, looks: (count: number) => vi.waitUntil(() => asked.length >= count) };
};

const person = { userId: "bob", role: "landlord" as const, reason: null, suspension: undefined };

test("only sockets that are there are ended", async () => {
  const ended = [
    { id: "here", reason: "revoked" },
    { id: "elsewhere", reason: "expired" },
  ];
  const { closed, looks } = watching({ "session:here": ["s1"] }, [{ ...nothing(1), ended }, nothing(2)]);
  await looks(2);
  expect(closed).toEqual([["session:here", "session:revoked", { reason: "revoked" }]]);
});

test("another role ends the sockets that came with the old one, and no other", async () => {
  const { closed, looks } = watching({ "user:bob": ["old", "new"] }, [{ ...nothing(1), people: [person] }, nothing(2)]);
  await looks(2);
  expect(closed).toEqual([["old", "session:revoked", { reason: "role_changed" }]]);
});

test("a ban ends all of them", async () => {
  const banned = { ...person, reason: "A scam.", suspension: { until: null } };
  const rooms = { "user:bob": ["old", "new"], "user:eve": [] };
  const people = [banned, { ...banned, userId: "eve" }];
  const { closed, looks } = watching(rooms, [{ ...nothing(1), people }, nothing(2)]);
  await looks(2);
  expect(closed).toEqual([["user:bob", "moderation:banned", { reason: "A scam.", until: null }]]);
});

test("after an outage it looks from where the last good look stood, and has said so once", async () => {
  const away = new Error("the database is away");
  const ended = [{ id: "here", reason: "revoked" }];
  const answers = [nothing(1), away, away, away, { ...nothing(9), ended }, nothing(10)];
  const { closed, asked, warned, looks } = watching({ "session:here": ["s1"] }, answers);
  await looks(6);
  expect(asked.slice(0, 6)).toEqual([undefined, at(1), at(1), at(1), at(1), at(9)]);
  expect(warned).toHaveLength(1);
  expect(closed).toHaveLength(1);
});
