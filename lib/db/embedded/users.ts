import postgres from "postgres";

/** Any number that no other use of advisory locks in this database takes. */
const USERS_LOCK = 7_213_006;

/**
 * Counts this process among those who use an embedded PostgreSQL, for as long as it lives: the lock goes with its
 * connection, also when the process is killed. `leave` resolves to true when nobody else is left.
 */
export const joinUsers = async (url: string): Promise<{ leave: () => Promise<boolean> }> => {
  const client = postgres(url, { max: 1, max_lifetime: null, connect_timeout: 2, onnotice: () => undefined });
  await client`select pg_advisory_lock_shared(${USERS_LOCK})`;

  const isLast = async (): Promise<boolean> => {
    await client`select pg_advisory_unlock_shared(${USERS_LOCK})`;
    const [row] = await client<{ mine: boolean }[]>`select pg_try_advisory_lock(${USERS_LOCK}) as mine`;
    return row?.mine === true;
  };

  return {
    leave: async () => {
      // A database that no longer answers has no users.
      const last = await isLast().catch(() => true);
      await client.end({ timeout: 1 });
      return last;
    },
  };
};
