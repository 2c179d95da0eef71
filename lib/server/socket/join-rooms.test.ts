import type { Socket } from "socket.io";
import { expect, test } from "vitest";
import { joinRooms } from "./join-rooms.ts";
import { watchListing } from "./listing-watches.ts";

const scene = (connected: boolean) => {
  const rooms = new Set<string>();
  const join: Socket["join"] = (names) => {
    for (const name of [names].flat()) rooms.add(name);
  };
  return { connected, rooms, join };
};

test("alice, who is gone by the time it is her turn, is in no room", async () => {
  const alice = scene(false);
  await joinRooms(alice, ["desk"]);
  await watchListing(alice, "mill road");
  expect([...alice.rooms]).toEqual([]);
  const bob = scene(true);
  await joinRooms(bob, ["desk"]);
  await watchListing(bob, "mill road");
  expect([...bob.rooms]).toEqual(["desk", "listing:mill road"]);
});
