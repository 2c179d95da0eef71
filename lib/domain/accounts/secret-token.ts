import { createHash, createHmac, randomBytes } from "node:crypto";

/** A secret that is handed out once, as 43 characters that fit into an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of it: a copy of the table lets nobody in. No salt, for nobody guesses 256 bits. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** The secret that a nonce stands for. It can be made again by whoever has the key, and by nobody who has but the nonce. */
export const secretOf = (key: string, nonce: string): string => createHmac("sha256", key).update(nonce).digest("base64url");
