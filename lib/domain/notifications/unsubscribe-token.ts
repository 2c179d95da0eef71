import { createHmac, timingSafeEqual } from "node:crypto";
import { type MailKind, mailKinds } from "#lib/contract/notification-preferences.ts";

const sign = (key: string, text: string): string => createHmac("sha256", key).update(`unsubscribe ${text}`).digest("base64url");

/** Stands for one kind of mail to one person, for as long as mails are kept; it lets nobody in. */
export const unsubscribeToken = (key: string, userId: string, kind: MailKind): string => {
  const text = `${userId}.${kind}`;
  return `${text}.${sign(key, text)}`;
};

/** Resolves to nothing for a token that is malformed or forged. */
export const readUnsubscribeToken = (key: string, token: string): { userId: string; kind: MailKind } | undefined => {
  const [userId = "", name = "", signature = ""] = token.split(".");
  const kind = mailKinds.find((one) => one === name);
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(key, `${userId}.${name}`))];
  if (!kind || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return { userId, kind };
};
