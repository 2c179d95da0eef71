import { hash, type Options, verify } from "@node-rs/argon2";
import type { PasswordHasher } from "#lib/domain/ports.ts";

/** argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const OPTIONS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords by argon2id, on libuv's threads: the event loop stays free. */
export const createArgon2Passwords = (): PasswordHasher => {
  const nobody = hash("the password of nobody", OPTIONS);
  return {
    hash: (password) => hash(password, OPTIONS),
    matches: async (stored, password) => {
      const matches = await verify(stored ?? (await nobody), password);
      return stored !== undefined && matches;
    },
  };
};
