import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Contest, ContestedRule, OwnContest } from "#lib/contract/contests.ts";
import type { Db } from "#lib/db/client.ts";
import { contests, fineNotices, users } from "#lib/db/schema/index.ts";
import { presentNotices } from "../scan/notice.presenter.ts";

const MOST = 100;

const select = (db: Db) =>
  db
    .select({ contest: contests, person: { id: users.id, name: users.name } })
    .from(contests)
    .innerJoin(users, eq(users.id, contests.userId));

type Row = Awaited<ReturnType<typeof select>>[number];

const presentOwn = ({ contest }: Row): OwnContest => ({
  id: contest.id,
  conversationId: contest.conversationId,
  content: contest.content,
  rules: presentNotices(contest.rules).map(({ rule, text }) => ({ rule, text })),
  verdict: contest.verdict,
  createdAt: contest.createdAt.toISOString(),
  decidedAt: contest.decidedAt?.toISOString() ?? null,
});

const present = (row: Row): Contest => ({ ...presentOwn(row), person: row.person });

/** What a person has contested, the newest first. */
export const findOwnContests = async (db: Db, userId: string): Promise<OwnContest[]> => {
  const rows = await select(db)
    .where(eq(contests.userId, userId))
    .orderBy(desc(contests.createdAt), desc(contests.id))
    .limit(MOST);
  return rows.map(presentOwn);
};

/** Those that wait for a word, the oldest first. */
export const findWaitingContests = async (db: Db): Promise<Contest[]> => {
  const rows = await select(db).where(isNull(contests.decidedAt)).orderBy(asc(contests.createdAt), asc(contests.id)).limit(MOST);
  return rows.map(present);
};

/** One, as its writer and as those who decide see it. */
export const findContest = async (db: Db, id: string): Promise<{ own: OwnContest; contest: Contest } | undefined> => {
  const [row] = await select(db).where(eq(contests.id, id));
  return row && { own: presentOwn(row), contest: present(row) };
};

/** How often each rule was said to be wrong: by readers of its notices, by writers whom it refused. The most contested first. */
export const contestedByRule = async (db: Db): Promise<ContestedRule[]> => {
  const rows = await db.execute<ContestedRule>(sql`
    select rule, sum(notices)::int as notices, sum(refusals)::int as refusals, sum(wrong)::int as wrong from (
      select ${fineNotices.rule} as rule, 1 as notices, 0 as refusals, 0 as wrong from ${fineNotices}
      union all
      select unnest(${contests.rules}), 0, 1, case when ${contests.verdict} = 'wrong' then 1 else 0 end from ${contests}
    ) as said group by rule order by sum(notices + refusals) desc, rule`);
  return [...rows];
};

/** How often somebody said of a rule that it was wrong, by its name. */
export const countContested = async (db: Db): Promise<Map<string, number>> =>
  new Map((await contestedByRule(db)).map(({ rule, notices, refusals }) => [rule, notices + refusals]));
