import type { PasswordReset } from "#lib/contract/accounts.ts";
import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { Clock, JobQueue, JobRun, Log, Mailer, PasswordHasher, Publisher, RateLimits } from "../ports.ts";
import * as accounts from "./account.repository.ts";
import { emailVerificationMail, passwordResetMail } from "./mails.ts";
import { hashOfSecret, newSecret, secretOf } from "./secret-token.ts";
import { revokeSessions } from "./session.repository.ts";
import * as verifications from "./verification.repository.ts";

type Deps = {
  database: Database;
  jobs: JobQueue;
  effects: Pick<EffectService, "outside">;
  mailer: Mailer;
  passwords: PasswordHasher;
  limits: RateLimits;
  publish: Publisher;
  clock: Clock;
  log: Log;
  /** The address of our own pages: never what a request says it is. */
  origin: string;
  /** Makes the tokens of links out of what lies in the queue, so that none lies there itself. */
  linkKey: string;
};

const LIFE_MS = { password_reset: 15 * 60 * 1000, email: 24 * 60 * 60 * 1000 };
const mailOf = { password_reset: passwordResetMail, email: emailVerificationMail };

/** What is promised and proved by mail: a new password, and that an address is somebody's own. */
export const createVerificationService = (deps: Deps) => {
  const { database, jobs, effects, mailer, passwords, limits, publish, clock, log, origin, linkKey } = deps;

  /** Keeps the hash of a new token, and the job that mails it, in one transaction. */
  const promise = async (db: Db, userId: string, purpose: verifications.Purpose): Promise<void> => {
    const nonce = newSecret();
    const tokenHash = hashOfSecret(secretOf(linkKey, nonce));
    const expiresAt = new Date(clock().getTime() + LIFE_MS[purpose]);
    await verifications.putVerification(db, { userId, purpose, tokenHash, expiresAt });
    await jobs.add(db, "account:mail", { userId, purpose, nonce }, { key: `account:mail ${purpose} ${userId}` });
  };

  /** @throws {Failure} not_found for a token that is worth nothing (any more) */
  const take = async (db: Db, purpose: verifications.Purpose, token: string): Promise<string> => {
    const userId = await verifications.takeVerification(db, { purpose, tokenHash: hashOfSecret(token), at: clock() });
    if (!userId) throw fail("not_found", { message: "This link was used already, or is too old." });
    return userId;
  };

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
      database
        .write((db) => promise(db, userId, "password_reset"))
        .catch((error: unknown) => log.warn({ error }, "a reset could not be promised"));
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
        return revokeSessions(db, { userId }, "password_reset");
      });
      for (const id of ended) publish.endSession(id, "password_reset");
    },

    /** Promises a link that shows whose address it is, together with whatever else the transaction does. */
    promiseVerification: (db: Db, userId: string): Promise<void> => promise(db, userId, "email"),

    /** Mails the link once more; nothing when the address is confirmed already. @throws {Failure} rate_limited */
    resendVerification: async ({ userId }: Actor): Promise<void> => {
      await database.write(async (db) => {
        const account = await accounts.findAccount(db, userId);
        if (account && !account.emailVerifiedAt) await promise(db, userId, "email");
      });
    },

    /** @throws {Failure} not_found for a token that is worth nothing (any more) */
    verifyEmail: async (token: string): Promise<void> => {
      await database.write(async (db) => accounts.setEmailVerified(db, await take(db, "email", token), clock()));
    },

    /** Mails what was promised; nothing when it is worth nothing any more. @throws {Error} when the mail did not go out */
    deliver: ({ userId, purpose, nonce }: JobPayload<"account:mail">, { id }: JobRun): Promise<void> =>
      effects.outside(id, async () => {
        const token = secretOf(linkKey, nonce);
        const promised = { userId, purpose, tokenHash: hashOfSecret(token), at: clock() };
        const to = await database.read((db) => verifications.findPromised(db, promised));
        if (to !== undefined) await mailer.send(mailOf[purpose]({ id, to, origin, token }));
      }),

    /** Forgets promises that nobody can use any more. */
    forgetExpired: (): Promise<void> => database.write((db) => verifications.dropExpired(db, clock())),
  };
};
export type VerificationService = ReturnType<typeof createVerificationService>;
