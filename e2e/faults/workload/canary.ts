import { createHash, createHmac, randomBytes } from "node:crypto";

/** Made anew for each run: a canary that somebody else made is none of ours. */
const KEY = randomBytes(16);
const CANARY = /([a-z0-9]+\.[0-9a-f-]{36}\.[a-z0-9-]+\.\d+)\.([0-9a-f]{12})/g;

const sign = (item: string): string => createHmac("sha256", KEY).update(item).digest("hex").slice(0, 12);

/** The name of what somebody wrote: `group.conversation.sender.n`. */
export const itemOf = (group: string, conv: string, sender: string, n: number): string => `${group}.${conv}.${sender}.${n}`;

/** A text with its canary in it. */
export const textOf = (item: string): string => `${item}.${sign(item)} is the room still free?`;

/** What a text's canary names; empty for a text of nobody's. */
export const itemIn = (text: string): string => canariesIn(text)[0] ?? "";

/** Every genuine canary in any text, each once. */
export const canariesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(CANARY)].flatMap(([, item = "", mac]) => (sign(item) === mac ? [item] : []))),
];

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);
