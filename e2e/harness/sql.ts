import postgres from "postgres";

/** What another program may do: a statement against a test's database, behind the server's back. */
export const execute = async (databaseUrl: string, statement: string, parameters: (string | null)[] = []) => {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await client.unsafe(statement, parameters);
  } finally {
    await client.end();
  }
};
