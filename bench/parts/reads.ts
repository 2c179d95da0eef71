import type { Sql } from "postgres";
import { createDatabase, type Database } from "#lib/db/client.ts";
import { listPage } from "#lib/domain/conversations/chat-list.repository.ts";
import { findSummaries } from "#lib/domain/conversations/conversation.reader.ts";
import { createSyncService } from "#lib/domain/conversations/sync.service.ts";
import { totalUnread, unreadOf } from "#lib/domain/conversations/unread.reader.ts";
import { newestIn } from "#lib/domain/messages/message.reader.ts";
import { CONVERSATION, idOf, idSql, PERSON } from "../data/ids.ts";
import { createLatencies } from "../load/latencies.ts";
import type { Line } from "../report.ts";
import { startStage } from "../stage.ts";

/** G7: what is read of a conversation of a million messages, and of a list of thousands, against what is read of few. */

const FEW = 10_000;
const MANY = Number(process.env.BENCH_ROWS ?? 1_000_000);
const ROUNDS = 200;
const PAGE = 50;
const MISSED = 1_000;

/** People of pair 1 and pair 2 hold the short and the long one; the first of pair 3 is in so many others, the first of pair 4 in few. */
const SHORT = idOf(CONVERSATION, 1);
const LONG = idOf(CONVERSATION, 2);
const LISTED = 5_000;
const FEW_LISTED = 50;

const fill = async (sql: Sql): Promise<void> => {
  // Nobody searches here: the words of a million messages would take most of the time.
  await sql`alter table messages alter column search drop expression`;
  await sql`drop index messages_search`;
  await sql`delete from messages`;
  await sql.unsafe(`insert into conversations (id, kind, active_at)
    select ${idSql(CONVERSATION, "10000 + n")}, 'group', now() - n * interval '1 minute' from generate_series(1, ${LISTED}) n`);
  await sql.unsafe(`insert into participants (conversation_id, user_id)
    select ${idSql(CONVERSATION, "10000 + n")}, ${idSql(PERSON, "p")} from generate_series(1, ${LISTED}) n, (values (5, ${LISTED}), (6, ${LISTED}), (7, ${FEW_LISTED})) of (p, size)
    where n <= size`);
  await sql.unsafe(`insert into messages (conversation_id, seq, id, rev, sender_id, kind, content, created_at)
    select id, seq, gen_random_uuid(), seq, sender, 'text', repeat('said ', 24), now() - (size - seq) * interval '1 minute'
    from (values ('${SHORT}'::uuid, ${idSql(PERSON, "1")}, ${FEW}), ('${LONG}'::uuid, ${idSql(PERSON, "3")}, ${MANY})) talk (id, sender, size),
      generate_series(1, size) seq
    union all select ${idSql(CONVERSATION, "10000 + n")}, 1, gen_random_uuid(), 1, ${idSql(PERSON, "6")}, 'text', 'said', now() from generate_series(1, ${LISTED}) n`);
  await sql`update conversations c set last_seq = held.last_seq, rev = held.last_seq
    from (select conversation_id, max(seq) as last_seq from messages group by 1) held where held.conversation_id = c.id`;
  await sql`vacuum analyze messages`;
  await sql`analyze conversations, participants`;
};

type Read = (userId: string, conversationId: string, size: number) => Promise<unknown>;

const readsOf = (database: Database): Record<string, Read> => {
  const sync = createSyncService({
    database,
    clock: () => new Date(),
    metrics: { count: () => undefined, observe: () => undefined, watch: () => undefined },
  });
  const actor = (userId: string) => ({ userId, sessionId: userId, name: "", role: "student" as const });
  return {
    "first page": (_, id) => database.read((db) => newestIn(db, id, { afterSeq: 0 }, PAGE)),
    "a page in the middle": (_, id, size) =>
      database.read((db) => newestIn(db, id, { afterSeq: 0, beforeSeq: Math.floor(size * (0.2 + 0.6 * Math.random())) }, PAGE)),
    unread: (userId) => database.read(async (db) => [await totalUnread(db, userId), await unreadOf(db, [userId])]),
    [`sync of ${MISSED} missed`]: (userId, id, size) => sync.changes(actor(userId), { [id]: size - MISSED }),
    "list of conversations": (userId) =>
      database.read(async (db) => {
        const page = await listPage(db, userId, { filter: "all", limit: PAGE });
        return findSummaries(
          db,
          userId,
          page.map(({ id }) => id),
        );
      }),
  };
};

export const reads = async (): Promise<Line[]> => {
  const stage = await startStage();
  const { url, sql } = await stage.makeDatabase("bench_reads");
  const database = createDatabase({ url });
  try {
    await fill(sql);
    const lines: Line[] = [];
    for (const [what, read] of Object.entries(readsOf(database))) {
      const isList = what === "list of conversations";
      const few = createLatencies();
      const many = createLatencies();
      const rounds = what.startsWith("sync") ? ROUNDS / 4 : ROUNDS;
      for (let n = 0; n < rounds; n += 1) {
        for (const [times, userId, id, size] of [
          [few, idOf(PERSON, isList ? 7 : 2), SHORT, FEW],
          [many, idOf(PERSON, isList ? 5 : 4), LONG, MANY],
        ] as const) {
          const start = performance.now();
          await read(userId, id, size);
          // The first ones warm up caches and plans.
          if (n > rounds / 10) times.record(performance.now() - start);
        }
      }
      const [one, other] = [few.quantiles(), many.quantiles()];
      const ratio = other.p50 / one.p50;
      const sizes = isList ? `${LISTED} and ${FEW_LISTED}` : `${MANY} and ${FEW}`;
      const figures = { "p50 ms": other.p50, "of few": one.p50, ratio, p95: other.p95 };
      lines.push({ goal: "G7", what: `${what}: ${sizes} (1.5)`, figures, met: ratio <= 1.5 });
    }
    return lines;
  } finally {
    await database.close();
    await stage.stop();
  }
};
