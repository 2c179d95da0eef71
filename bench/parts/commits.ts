import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { CONVERSATION, idOf, PERSON } from "../data/ids.ts";
import { SAID } from "../data/people.ts";
import { drawText } from "../load/texts.ts";
import type { Line } from "../report.ts";
import type { Stage } from "../stage.ts";

const SECONDS = 3;
const CLIENTS = 8;
const BATCH = 64;

/** What PostgreSQL itself commits of the same rows: one a transaction from several clients, and a batch in each from one. */
export const commitsOf = async (stage: Stage): Promise<Line[]> => {
  const { url } = await stage.makeDatabase("bench_commits");
  const sql = postgres(url, { max: CLIENTS, onnotice: () => undefined });
  let seq = SAID;
  const rowOf = () => {
    seq += 1;
    return {
      conversation_id: idOf(CONVERSATION, 1 + (seq % 50)),
      seq,
      id: randomUUID(),
      rev: seq,
      sender_id: idOf(PERSON, 1),
      kind: "text",
      content: drawText(),
    };
  };
  const rate = async (clients: number, size: number): Promise<number> => {
    const start = performance.now();
    let rows = 0;
    const one = async (): Promise<void> => {
      while (performance.now() - start < SECONDS * 1_000) {
        await sql`insert into messages ${sql(Array.from({ length: size }, rowOf))}`;
        rows += size;
      }
    };
    await Promise.all(Array.from({ length: clients }, one));
    return (rows * 1_000) / (performance.now() - start);
  };
  try {
    const figures = { "one each": await rate(CLIENTS, 1), "64 each": await rate(1, BATCH) };
    return [{ goal: "G1", what: "PostgreSQL alone: rows of messages a second", figures }];
  } finally {
    await sql.end();
  }
};
