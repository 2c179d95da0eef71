import { createHmac, timingSafeEqual } from "node:crypto";

const LIFE_MS = 30 * 60 * 1000;

const sign = (key: string, text: string): string => createHmac("sha256", key).update(`appeal ${text}`).digest("base64url");

/**
 * For who is kept out and has just shown their password: good for half an hour, to read what was done to them and to say something
 * against it. It is no session, and no door but these two knows it.
 */
export const appealToken = (key: string, userId: string, now: Date): string => {
  const text = `${userId}.${now.getTime() + LIFE_MS}`;
  return `${text}.${sign(key, text)}`;
};

/** Whose it is; nothing for one that is malformed, forged or over. */
export const readAppealToken = (key: string, token: string, now: Date): string | undefined => {
  const [userId = "", expires = "", signature = "", ...more] = token.split(".");
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(key, `${userId}.${expires}`))];
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return Number(expires) > now.getTime() ? userId : undefined;
};
