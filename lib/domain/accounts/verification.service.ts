import type { PasswordReset } from "#lib/contract/accounts.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { Clock, Log, Mailer, PasswordHasher, Publisher, RateLimits } from "../ports.ts";
import * as accounts from "./account.repository.ts";
import { emailVerificationMail, passwordResetMail } from "./mails.ts";
import { hashOfSecret, newSecret } from "./secret-token.ts";
import { revokeSessions } from "./session.repository.ts";
import * as verifications from "./verification.repository.ts";

type Deps = {
  database: Database;
  mailer: Mailer;
  passwords: PasswordHasher;
  limits: RateLimits;
  publish: Publisher;
  clock: Clock;
  log: Log;
  /** The address of our own pages: never what a request says it is. */
  origin: string;
};

const LIFE_MS = { password_reset: 15 * 60 * 1000, email: 24 * 60 * 60 * 1000 };
const mailOf = { password_reset: passwordResetMail, email: emailVerificationMail };

/** What is promised and proved by mail: a new password, and that an address is somebody's own. */
export const createVerificationService = (deps: Deps) => {
  const { database, mailer, passwords, limits, publish, clock, log, origin } = deps;

  /** Keeps the hash of a new token, and sends the token once that is committed. */
  const promise = async (userId: string, to: string, purpose: verifications.Purpose): Promise<void> => {
    const token = newSecret();
    const expiresAt = new Date(clock().getTime() + LIFE_MS[purpose]);
    const promised = { userId, purpose, tokenHash: hashOfSecret(token), expiresAt };
    await database.write((db) => verifications.putVerification(db, promised));
    mailer.send(mailOf[purpose]({ to, origin, token }));
  };

  /** @throws {Failure} not_found for a token that is worth nothing (any more) */
  const take = async (db: Db, purpose: verifications.Purpose, token: string): Promise<string> => {
    const userId = await verifications.takeVerification(db, { purpose, tokenHash: hashOfSecret(token), at: clock() });
    if (!userId) throw fail("not_found", { message: "This link was used already, or is too old." });
    return userId;
  };

  const sendVerification = (userId: string, to: string) => promise(userId, to, "email");

  return {
    /**
     * Mails a link to whoever has an account with this address. Resolves in the same way and time when nobody has:
     * what an account costs more happens after the answer.
     * @throws {Failure} rate_limited, whether or not there is an account
     */
    requestReset: async (email: string): Promise<void> => {
      await limits.take("mail", `reset ${email}`);
      const userId = await database.read((db) => verifications.findIdByEmail(db, email));
      if (!userId) return;
      promise(userId, email, "password_reset").catch((error: unknown) => log.warn({ error }, "a reset could not be promised"));
    },

    /**
     * Sets a new password and ends every session. That the mail came shows whose address it is.
     * @throws {Failure} not_found for a token that is worth nothing (any more)
     */
    reset: async ({ token, password }: PasswordReset): Promise<void> => {
      const passwordHash = await passwords.hash(password);
      const ended = await database.write(async (db) => {
        const userId = await take(db, "password_reset", token);
        await accounts.setPassword(db, userId, passwordHash);
        await accounts.setEmailVerified(db, userId, clock());
        return revokeSessions(db, { userId });
      });
      for (const id of ended) publish.endSession(id, "password_reset");
    },

    sendVerification,

    /** Mails the link once more; nothing when the address is confirmed already. @throws {Failure} rate_limited */
    resendVerification: async ({ userId }: Actor): Promise<void> => {
      const account = await database.read((db) => accounts.findAccount(db, userId));
      if (account && !account.emailVerifiedAt) await sendVerification(userId, account.email);
    },

    /** @throws {Failure} not_found for a token that is worth nothing (any more) */
    verifyEmail: async (token: string): Promise<void> => {
      await database.write(async (db) => accounts.setEmailVerified(db, await take(db, "email", token), clock()));
    },
  };
};
export type VerificationService = ReturnType<typeof createVerificationService>;
