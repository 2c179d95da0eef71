import { v7 } from "uuid";
import { drawText } from "../load/texts.ts";
import type { Resident } from "./residents.ts";
import type { World } from "./world.ts";

/** Something that people do. `weight`: how often, beside the others. */
type Action = { weight: number; run: (world: World) => Promise<void> };
export type Actions = Record<string, Action>;

const REMEMBERED = 10;

export const draw = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

export const says = async (one: Resident, conversationId = one.room, more: object = {}): Promise<void> => {
  const messageId = v7();
  await one.does("message:send", { conversationId, messageId, content: drawText(), ...more });
  if (conversationId !== one.room) return;
  one.said.push(messageId);
  if (one.said.length > REMEMBERED) one.said.shift();
};

/** What a person said last; something, where nothing was said yet. */
export const lastOf = async (one: Resident): Promise<string> => {
  if (one.said.length === 0) await says(one);
  return one.said.at(-1) ?? "";
};

/** @throws when the answer is another one */
export const expectStatus = async (answer: Promise<{ status: number }>, ...wanted: number[]): Promise<void> => {
  const { status } = await answer;
  if (!wanted.includes(status)) throw new Error(`answered with ${status}`);
};
