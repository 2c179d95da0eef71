import postgres from "postgres";

const MUST_BE_ON = ["fsync", "synchronous_commit", "full_page_writes"] as const;

/**
 * Refuses a database that may forget what it has acknowledged (reliability.md, fact 14).
 * @throws {Error} that names each setting that is off
 */
export const assertDurable = async (url: string): Promise<void> => {
  const client = postgres(url, { max: 1, connect_timeout: 10 });
  try {
    const rows = await client<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name in ${client(MUST_BE_ON)}`;
    const off = rows.filter((row) => row.setting === "off").map((row) => row.name);
    if (off.length > 0) throw new Error(`PostgreSQL would lose acknowledged messages: ${off.join(", ")} must not be off.`);
  } finally {
    await client.end();
  }
};
