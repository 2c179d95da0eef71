import { expect, onTestFinished, test, vi } from "vitest";
import type { Log } from "#lib/domain/ports.ts";
import { watchMemberships } from "./membership-watch.ts";

type Answer = { at: Date; ended: { userId: string; conversationId: string }[] };
const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 12, 0, second));
const left = (userId: string, conversationId: string) => ({ userId, conversationId });

/** A watch over these rooms that gets one answer after the other, an error for a database that is away, the last for ever. */
const watching = (rooms: Record<string, string[]>, answers: (Answer | Error)[]) => {
  const expelled: string[][] = [];
  const asked: (Date | undefined)[] = [];
  const warned: string[] = [];
  const endsOfMemberships = async (since?: Date): Promise<Answer> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(since);
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer;
  };
  const quiet = () => undefined;
  const warn: Log["warn"] = (_, message) => void warned.push(message);
  const log: Log = { debug: quiet, info: quiet, warn, error: quiet, during: (work) => work(), requestId: () => "some id" };
  const sockets = {
    idsIn: (room: string) => rooms[room] ?? [],
    expel: (from: string, room: string) => void expelled.push([from, room]),
  };
  const { stop } = watchMemberships({ sockets, endsOfMemberships, log, everyMs: 1 });
  onTestFinished(stop);
  return { expelled, asked, warned, looks: (count: number) => vi.waitUntil(() => asked.length >= count) };
};

test("who has left hears no more, and only where they still did", async () => {
  const rooms = { "user:bob": ["phone"], "conversation:house": ["phone", "other"], "conversation:attic": ["other"] };
  const ended = [left("bob", "house"), left("bob", "attic"), left("carol", "house")];
  const { expelled, looks } = watching(rooms, [
    { at: at(1), ended },
    { at: at(2), ended: [] },
  ]);
  await looks(2);
  expect(expelled).toEqual([["user:bob", "conversation:house"]]);
});

test("what a database that was away could not say is asked again, and its absence told once", async () => {
  const away = new Error("away");
  const { asked, warned, looks } = watching({}, [{ at: at(1), ended: [] }, away, away, { at: at(2), ended: [] }]);
  await looks(5);
  expect(asked.slice(0, 5)).toEqual([undefined, at(1), at(1), at(1), at(2)]);
  expect(warned).toEqual(["the watch of memberships could not look"]);
});
