import type { Credentials, Registration, User } from "#lib/contract/accounts.ts";
import type { Database } from "#lib/db/client.ts";
import { fail } from "../fail.ts";
import type { Clock, NewId, PasswordHasher, RateLimits } from "../ports.ts";
import * as accounts from "./account.repository.ts";

type Deps = { database: Database; passwords: PasswordHasher; limits: RateLimits; newId: NewId; clock: Clock };

export const createAccountService = ({ database, passwords, limits, newId }: Deps) => ({
  /** @throws {Failure} conflict when the address is taken */
  register: async ({ password, ...registration }: Registration): Promise<User> => {
    const user = { id: newId(), ...registration, passwordHash: await passwords.hash(password) };
    const isNew = await database.write((db) => accounts.insertUser(db, user));
    if (!isNew) throw fail("conflict", { message: "There is an account with this address already." });
    return { id: user.id, name: user.name, role: user.role };
  },

  /**
   * Checks a password. `address` is the network address that asks: tries are counted for it and the account together,
   * so that a stranger cannot lock somebody out.
   * @throws {Failure} unauthenticated in the same time and words for a wrong password and an unknown address
   */
  verify: async ({ email, password }: Credentials, address: string): Promise<User> => {
    const key = `${email}|${address}`;
    await limits.take("sign-in", key);
    const found = await database.read((db) => accounts.findForSignIn(db, email));
    const matches = await passwords.matches(found?.passwordHash, password);
    if (!found || !matches) throw fail("unauthenticated", { message: "The address or the password is wrong." });
    await limits.forgive("sign-in", key);
    return { id: found.id, name: found.name, role: found.role };
  },
});
