import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

/** What stands before the 32 bytes of a private key of Ed25519 in PKCS #8, and of a public one in SPKI (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

const publicKeyOf = (key: string) =>
  createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(key, "base64url")]), format: "der", type: "spki" });

/** A pair of keys for signatures with Ed25519; `key` is 32 bytes in base64url. */
export const ed25519 = (key: string) => {
  const bytes = Buffer.concat([PKCS8, Buffer.from(key, "base64url")]);
  const privateKey = createPrivateKey({ key: bytes, format: "der", type: "pkcs8" });
  return {
    /** 32 bytes in base64url. */
    publicKey: createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(SPKI.length).toString("base64url"),
    sign: (text: string): string => sign(null, Buffer.from(text), privateKey).toString("base64url"),
  };
};

/** Whether who holds the private half of this key has signed the text. No for a key that is none. */
export const isSignedBy = (publicKey: string, text: string, signature: string): boolean => {
  try {
    return verify(null, Buffer.from(text), publicKeyOf(publicKey), Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
};
