import { setTimeout as delay } from "node:timers/promises";
import type { Stress } from "../bugs/server-bugs.ts";
import type { History } from "../history/history.ts";
import type { Crowd } from "./crowd.ts";

const BEGIN_MS = 500;
/** Longer than the server waits for a lock. */
const LOCK_MS = 2_600;

const directOf = ({ places }: Crowd) => {
  const place = places.find(({ kind }) => kind === "direct");
  const [one, other] = place?.members ?? [];
  if (!place || !one || !other) throw new Error("nobody to talk to");
  return { id: place.id, one, other };
};

/** Somebody else holds a conversation for longer than a send may wait. */
const lock = async (crowd: Crowd): Promise<void> => {
  const { id } = directOf(crowd);
  await crowd.sql.begin(async (tx) => {
    await tx`select 1 from conversations where id = ${id} for update`;
    await delay(LOCK_MS);
  });
};

/** One more device signs out, and does not go by itself. */
const signOut = async (crowd: Crowd): Promise<void> => {
  const [person] = crowd.people;
  if (!person) throw new Error("nobody there");
  const tablet = crowd.addDevice(person, "tablet", { ownToken: await person.freshToken() });
  await tablet.line.connect();
  while (!tablet.line.isReady()) await delay(20);
  await tablet.signsOut();
  const [place] = crowd.placesOf(person);
  for (let turn = 0; turn < 20; turn += 1) {
    if (place) tablet.says(place.id);
    await delay(100);
  }
  tablet.leaves();
};

/** One of two blocks the other, for good. */
const block = async (crowd: Crowd): Promise<void> => {
  const { id: conv, one, other } = directOf(crowd);
  const blocker = crowd.devices.find(({ user }) => user === one.key);
  await blocker?.blocks(conv, other);
};

/** Somebody is taken out of the house chat while away, comes back and goes on as if nothing had happened. */
const leave = async (crowd: Crowd, history: History): Promise<void> => {
  const house = crowd.places.find(({ kind }) => kind === "group");
  const leaver = house?.members.at(-1);
  if (!house || !leaver) throw new Error("no house chat");
  const devices = crowd.devices.filter(({ user }) => user === leaver.key);
  for (const { line } of devices) line.close();
  house.members = house.members.filter(({ key }) => key !== leaver.key);
  await crowd.sql.begin(async (tx) => {
    // As the server itself does: a moved mark refers to the conversation, and would wait here while this waits for it.
    const [head] = await tx<{ last_seq: number }[]>`
      select last_seq from conversations where id = ${house.id} for no key update`;
    const seq = head?.last_seq ?? 0;
    await tx`update participants set left_seq = ${seq} where conversation_id = ${house.id} and user_id = ${leaver.id}`;
    history.write({ f: "leave", user: leaver.key, conv: house.id, seq });
  });
  await Promise.all(devices.map(({ line }) => line.connect()));
};

const stresses: Partial<Record<Stress, (crowd: Crowd, history: History) => Promise<void>>> = {
  locks: lock,
  "sign-out": signOut,
  blocks: block,
  leaving: leave,
};

/** Does to a crowd at work what is asked for; being in lifts and prying are habits of the work itself. */
export const putUnder = async (wanted: Stress[], crowd: Crowd, history: History): Promise<void> => {
  await delay(BEGIN_MS);
  for (const stress of wanted) await stresses[stress]?.(crowd, history);
};
