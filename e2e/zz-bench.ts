import postgres from "postgres";
import { v7 } from "uuid";
import { createEmptyDatabase, startTestPostgres } from "./harness/database.ts";
import { startServer } from "./harness/server.ts";
import { createPerson } from "./harness/person.ts";

const pg = await startTestPostgres();
const url = await createEmptyDatabase(pg.url, "bench");
const server = await startServer({ env: { DATABASE_URL: url, AUTH_SECRET: "x".repeat(40), RATE_LIMIT_FACTOR: "1000" }, name: "bench" });
const sql = postgres(url, { max: 1, onnotice: () => undefined });
for (const count of [40, 500]) {
  const alice = await createPerson(server.baseUrl, `alice${count}`);
  const bob = await createPerson(server.baseUrl, `bob${count}`);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const id = v7();
    ids.push(id);
    await sql`insert into conversations (id, kind, title, last_seq, rev) values (${id}, 'group', 'x', 20, 20)`;
    await sql`insert into participants (conversation_id, user_id, delivered_seq, read_seq) values (${id}, ${alice.id}, 20, 20), (${id}, ${bob.id}, 20, 18)`;
    await sql`insert into messages (conversation_id, seq, id, rev, sender_id, kind, content) select ${id}, n, gen_random_uuid(), n, ${bob.id}, 'text', 'Hello, is the room at the canal still free from March on? I would like to see it.' from generate_series(1, 20) n`;
  }
  await sql`analyze`;
  const cursors = Object.fromEntries(ids.map((id) => [id, 20]));
  const time = async (ask: () => Promise<unknown>, rounds: number) => {
    const times: number[] = [];
    let bytes = 0;
    for (let i = 0; i < rounds + 20; i += 1) {
      const at = performance.now();
      const answer = await ask();
      if (i >= 20) times.push(performance.now() - at);
      bytes = JSON.stringify(answer).length;
    }
    times.sort((a, b) => a - b);
    return { bytes, p50: times[Math.floor(times.length / 2)]?.toFixed(1), p95: times[Math.floor(times.length * 0.95)]?.toFixed(1) };
  };
  console.log(count, "check", JSON.stringify(await time(() => alice.device.ask("session:check", { conversationIds: [] }), 200)));
  console.log(count, "ping", JSON.stringify(await time(() => alice.device.ask("socket:ping", {}), 200)));
  console.log(count, "sync", JSON.stringify(await time(() => alice.device.ask("session:sync", { cursors }), 30)), "asked", JSON.stringify({ cursors }).length);
  alice.device.leaves();
  bob.device.leaves();
}
await sql.end();
await server.stop();
await pg.stop();
