import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { CONVERSATION, idOf, PERSON } from "../data/ids.ts";
import { SAID } from "../data/people.ts";
import { createLatencies } from "../load/latencies.ts";
import { drawText } from "../load/texts.ts";
import type { Line } from "../report.ts";
import { startStage } from "../stage.ts";

/** G3: how long one message at a time takes to its acknowledgement, against one INSERT with its commit. */

const COUNT = 300;
const ROUNDS = 3;

export const idle = async (): Promise<Line[]> => {
  const stage = await startStage("product");
  const { url } = await stage.makeDatabase("bench_commits");
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [product] = stage.rivals;
    if (!product) return [];
    await product.load.ask("connect", { url: product.url, seats: await stage.seats(product, 20), atOnce: 5 });
    const inserts = createLatencies();
    const acks: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      acks.push((await product.load.ask("one", { count: COUNT })).ack.p50);
      for (let n = 0; n < COUNT; n += 1) {
        const seq = SAID + round * COUNT + n + 1;
        const start = performance.now();
        await sql`insert into messages (conversation_id, seq, id, rev, sender_id, kind, content)
          values (${idOf(CONVERSATION, 1)}, ${seq}, ${randomUUID()}, ${seq}, ${idOf(PERSON, 1)}, 'text', ${drawText()})`;
        inserts.record(performance.now() - start);
      }
    }
    const ack = Math.min(...acks);
    const insert = inserts.quantiles().p50;
    const goal = 1.5 * insert + 1;
    return [{ goal: "G3", what: "ack p50, ms (1.5 × INSERT + 1)", figures: { ack, insert, goal }, met: ack <= goal }];
  } finally {
    await sql.end();
    await stage.stop();
  }
};
