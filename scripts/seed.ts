import { parseArgs } from "node:util";
import { loadDemo } from "#drizzle/seed/demo.ts";
import { loadStudents } from "#drizzle/seed/students.ts";
import { createArgon2Passwords } from "#lib/infra/argon2-passwords.ts";
import { readEnv } from "#lib/infra/env.ts";
import { createLog } from "#lib/infra/log.ts";
import { openDatabase } from "#lib/server/boot-database.ts";

/** `npm run seed` loads the demo; `npm run seed -- --students N` adds N more students to it. */
const readCount = (): number => {
  const { values } = parseArgs({ options: { students: { type: "string", default: "0" } } });
  const count = Number(values.students);
  if (!Number.isInteger(count) || count < 0 || count > 100_000) throw new Error("--students takes a number from 0 to 100000.");
  return count;
};

const seed = async () => {
  const count = readCount();
  const env = readEnv();
  const { database, close } = await openDatabase(env, createLog(env.LOG_LEVEL));
  try {
    const passwordHash = await createArgon2Passwords().hash(env.DEMO_PASSWORD);
    const now = new Date();
    const demo = await database.read((db) => loadDemo(db, { passwordHash, now }));
    console.log(
      demo.loaded
        ? `Loaded ${demo.users} people, ${demo.listings} listings and ${demo.conversations} conversations with ${demo.messages} messages.`
        : "The demo is here already.",
    );
    if (count === 0) return;
    const more = await database.read((db) => loadStudents(db, { count, passwordHash, now }));
    console.log(`Added ${more.students} students, ${more.firstEmail} to ${more.lastEmail}.`);
  } finally {
    await close();
  }
};

await seed().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
