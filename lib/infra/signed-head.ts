import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import canonicalize from "canonicalize";
import * as z from "zod";
import type { AuditHead } from "#lib/domain/ports.ts";

/** What stands before the 32 bytes of a private key of Ed25519 in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

const SignedHead = z.strictObject({
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime({ precision: 3 }),
  signature: z.base64url(),
});

const bytesOf = ({ seq, hash, at }: AuditHead): Buffer => Buffer.from(canonicalize({ seq, hash, at }) ?? "");

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON: the schema refuses it like any other wrong form.
    return undefined;
  }
};

/** Heads as lines of text, signed with Ed25519; `key` is 32 bytes in base64url. */
export const createHeadSigner = (key: string) => {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(key, "base64url")]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(privateKey);
  return {
    toLine: (head: AuditHead): string =>
      JSON.stringify({ ...head, signature: sign(null, bytesOf(head), privateKey).toString("base64url") }),
    /** Nothing for a line that was not signed with this key, or was changed. */
    fromLine: (line: string): AuditHead | undefined => {
      const parsed = SignedHead.safeParse(parse(line));
      if (!parsed.success) return undefined;
      const { signature, ...head } = parsed.data;
      return verify(null, bytesOf(head), publicKey, Buffer.from(signature, "base64url")) ? head : undefined;
    },
  };
};
