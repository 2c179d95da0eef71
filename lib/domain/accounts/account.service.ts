import type { Credentials, PasswordChange, Registration, User } from "#lib/contract/accounts.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { appealToken } from "../appeal-token.ts";
import { fail } from "../fail.ts";
import type { Clock, NewId, PasswordHasher, Publisher, RateLimits } from "../ports.ts";
import { refusalOfName } from "../scan/name.policy.ts";
import { suspensionOf } from "./account.policy.ts";
import * as accounts from "./account.repository.ts";
import { revokeSessions } from "./session.repository.ts";
import { dropVerification } from "./verification.repository.ts";
import type { VerificationService } from "./verification.service.ts";

type Deps = {
  database: Database;
  passwords: PasswordHasher;
  limits: RateLimits;
  publish: Publisher;
  verifications: VerificationService;
  /** What the tokens of appeals are made with. */
  linkKey: string;
  newId: NewId;
  clock: Clock;
};

export const createAccountService = (deps: Deps) => {
  const { database, passwords, limits, publish, verifications, linkKey, newId, clock } = deps;
  return {
    /**
     * Registers, and mails a link that shows whose address it is.
     * @throws {Failure} conflict when the address is taken, content_rejected for a name that is none
     */
    register: async ({ password, ...registration }: Registration): Promise<User> => {
      const refused = refusalOfName(registration.name);
      if (refused)
        throw fail("content_rejected", {
          message: refused.text,
          details: { rules: [refused], fields: { name: [refused.text] } },
        });
      const user = { id: newId(), ...registration, passwordHash: await passwords.hash(password) };
      await database.write(async (db) => {
        const isNew = await accounts.insertUser(db, user);
        if (!isNew) throw fail("conflict", { message: "There is an account with this address already." });
        await verifications.promiseVerification(db, user.id);
      });
      return { id: user.id, name: user.name, role: user.role };
    },

    /**
     * Checks a password. `address` is the network address that asks: tries are counted for it and the account together,
     * so that a stranger cannot lock somebody out.
     * @throws {Failure} unauthenticated in the same time and words for a wrong password and an unknown address; suspended
     * only for the right password of somebody who is banned, with a token to appeal by
     */
    verify: async ({ email, password }: Credentials, address: string): Promise<User> => {
      const key = `${email}|${address}`;
      await limits.take("sign-in", key);
      const found = await database.read((db) => accounts.findForSignIn(db, email));
      const matches = await passwords.matches(found?.passwordHash, password);
      if (!found || !matches) throw fail("unauthenticated", { message: "The address or the password is wrong." });
      await limits.forgive("sign-in", key);
      const now = clock();
      const suspension = suspensionOf(found, now);
      if (suspension) throw fail("suspended", { details: { ...suspension, appealToken: appealToken(linkKey, found.id, now) } });
      return { id: found.id, name: found.name, role: found.role };
    },

    /** What only its owner sees of an account. */
    own: async ({ userId }: Actor): Promise<{ email: string; isVerified: boolean }> => {
      const account = await database.read((db) => accounts.findAccount(db, userId));
      if (!account) throw fail("not_found");
      return { email: account.email, isVerified: account.emailVerifiedAt !== null };
    },

    /**
     * Sets a new password. Every other session ends, and a link to reset it that is still under way is worth nothing.
     * @throws {Failure} forbidden when the current password is wrong; rate_limited after too many tries
     */
    changePassword: async ({ userId, sessionId }: Actor, { currentPassword, newPassword }: PasswordChange): Promise<void> => {
      await limits.take("sign-in", `user ${userId}`);
      const account = await database.read((db) => accounts.findAccount(db, userId));
      if (!(await passwords.matches(account?.passwordHash, currentPassword)))
        throw fail("forbidden", { message: "The current password is wrong." });
      await limits.forgive("sign-in", `user ${userId}`);
      const passwordHash = await passwords.hash(newPassword);
      const ended = await database.write(async (db) => {
        await accounts.setPassword(db, userId, passwordHash);
        await dropVerification(db, userId, "password_reset");
        return revokeSessions(db, { userId, except: sessionId }, "password_changed");
      });
      for (const id of ended) publish.endSession(id, "password_changed");
    },
  };
};
