import type { Sql } from "postgres";
import { signInByCookie } from "../../e2e/harness/browser-session.ts";
import { request } from "../../e2e/harness/person.ts";
import { startServer } from "../../e2e/harness/server.ts";
import { CONVERSATION, idOf, idSql, PERSON } from "../data/ids.ts";
import { loadSlowly, openPhone, type PageLoad, slowDownWorkers, startBrowser } from "../load/browser.ts";
import { drawText } from "../load/texts.ts";
import { type Line, median } from "../report.ts";
import { startStage } from "../stage.ts";

/** G9: how long the inbox takes on a telephone with a slow line, beside the sign-in page of the same server. */

const LOADS = Number(process.env.BENCH_ROUNDS ?? 5);
const LISTED = 50;
const LCP_MS = 2_000;
const TBT_MS = 150;
const SCRIPT_BYTES = 200_000;

const MAYA = { email: "maya@bench.test", password: "the password of Maya", name: "Maya Lind", role: "student" };

/** Conversations with so many people, each of whom has written something. */
const fill = async (sql: Sql, userId: string): Promise<void> => {
  await sql.unsafe(`insert into conversations (id, kind, last_seq, rev, active_at)
    select ${idSql(CONVERSATION, "20000 + n")}, 'direct', 1, 1, now() - n * interval '37 minutes' from generate_series(1, ${LISTED}) n`);
  await sql.unsafe(`insert into participants (conversation_id, user_id)
    select ${idSql(CONVERSATION, "20000 + n")}, unnest(array['${userId}'::uuid, ${idSql(PERSON, "n")}]) from generate_series(1, ${LISTED}) n`);
  const messages = Array.from({ length: LISTED }, (_, index) => ({
    conversation_id: idOf(CONVERSATION, 20_001 + index),
    seq: 1,
    id: crypto.randomUUID(),
    rev: 1,
    sender_id: idOf(PERSON, 1 + index),
    kind: "text",
    content: drawText(),
  }));
  await sql`insert into messages ${sql(messages)}`;
  await sql.unsafe("analyze conversations, participants, messages");
};

const middle = (loads: PageLoad[], figure: "fcp" | "lcp" | "tbt" | "bytes" | "scriptBytes"): number =>
  median(loads.map((load) => load[figure]));

const lineOf = (what: string, loads: PageLoad[]): Line => ({
  goal: "G9",
  what: `${what}, ms and kB`,
  figures: {
    fcp: middle(loads, "fcp"),
    lcp: middle(loads, "lcp"),
    tbt: middle(loads, "tbt"),
    kB: middle(loads, "bytes") / 1_000,
    "of scripts": middle(loads, "scriptBytes") / 1_000,
  },
});

export const pages = async (): Promise<Line[]> => {
  const stage = await startStage();
  const { url, sql } = await stage.makeDatabase("bench_pages");
  const server = await startServer({ name: "bench-pages", env: { DATABASE_URL: url, RATE_LIMIT_FACTOR: "100000" } });
  const browser = await startBrowser();
  try {
    const { body } = await request<{ id: string }>(`${server.baseUrl}/api/users`, { method: "POST", body: MAYA });
    await fill(sql, body.id);
    const cookies = await signInByCookie(server.baseUrl, MAYA);
    const loads: Record<"sign-in" | "cold" | "warm", PageLoad[]> = { "sign-in": [], cold: [], warm: [] };
    // The first one wakes the server, and does not count.
    for (let round = 0; round <= LOADS; round += 1) {
      const stranger = await openPhone(browser, server.baseUrl);
      const phone = await openPhone(browser, server.baseUrl, cookies);
      const signIn = await loadSlowly(stranger, `${server.baseUrl}/sign-in`);
      const cold = await loadSlowly(phone, `${server.baseUrl}/inbox`);
      await slowDownWorkers(browser);
      const warm = await loadSlowly(phone, `${server.baseUrl}/inbox`);
      await stranger.close();
      await phone.close();
      if (round === 0) continue;
      loads["sign-in"].push(signIn);
      loads.cold.push(cold);
      loads.warm.push(warm);
    }
    const [lcp, tbt, scriptBytes] = [middle(loads.cold, "lcp"), middle(loads.cold, "tbt"), middle(loads.cold, "scriptBytes")];
    return [
      lineOf("the sign-in page, nothing kept", loads["sign-in"]),
      lineOf(`the inbox of ${LISTED} conversations, nothing kept`, loads.cold),
      lineOf("the inbox again, with what was kept", loads.warm),
      { goal: "G9", what: "inbox / sign-in page, LCP", figures: { ratio: lcp / middle(loads["sign-in"], "lcp") } },
      { goal: "G9", what: "inbox: LCP, ms (2,000)", figures: { lcp }, met: lcp <= LCP_MS },
      { goal: "G9", what: "inbox: TBT, ms (150)", figures: { tbt }, met: tbt <= TBT_MS },
      {
        goal: "G9",
        what: "inbox: compressed scripts, kB (200)",
        figures: { kB: scriptBytes / 1_000 },
        met: scriptBytes <= SCRIPT_BYTES,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
    await stage.stop();
  }
};
