import canonicalize from "canonicalize";
import * as z from "zod";
import type { AuditHead } from "#lib/domain/ports.ts";
import { ed25519, isSignedBy } from "./ed25519.ts";

const SignedHead = z.strictObject({
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime({ precision: 3 }),
  signature: z.base64url(),
});

const textOf = ({ seq, hash, at }: AuditHead): string => canonicalize({ seq, hash, at }) ?? "";

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
  const keys = ed25519(key);
  return {
    toLine: (head: AuditHead): string => JSON.stringify({ ...head, signature: keys.sign(textOf(head)) }),
    /** Nothing for a line that was not signed with this key, or was changed. */
    fromLine: (line: string): AuditHead | undefined => {
      const parsed = SignedHead.safeParse(parse(line));
      if (!parsed.success) return undefined;
      const { signature, ...head } = parsed.data;
      return isSignedBy(keys.publicKey, textOf(head), signature) ? head : undefined;
    },
  };
};
