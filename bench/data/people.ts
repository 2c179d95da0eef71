import type { Sql } from "postgres";
import { createJwtAccessTokens } from "#lib/infra/jwt-access-tokens.ts";
import { CONVERSATION, idOf, idSql, PERSON, SESSION } from "./ids.ts";

/** Two people each, and one group of the first `GROUP_SIZE`. */
export const GROUP_SIZE = 200;
const GROUP = 0;

/** What stands in each conversation from the beginning. */
export const SAID = 3;

/** So many pairs with a conversation each in which something was said, all signed in, and the group. */
export const fillPeople = async (sql: Sql, pairs: number): Promise<void> => {
  await sql.unsafe(`insert into users (id, name, email, role, password_hash)
    select ${idSql(PERSON, "n")}, 'Person ' || n, n || '@bench.test', 'student', 'x' from generate_series(1, ${2 * pairs}) n`);
  await sql.unsafe(`insert into sessions (id, user_id, kind, expires_at)
    select ${idSql(SESSION, "n")}, ${idSql(PERSON, "n")}, 'token', now() + interval '1 day' from generate_series(1, ${2 * pairs}) n`);
  await sql.unsafe(`insert into conversations (id, kind, last_seq, rev)
    select ${idSql(CONVERSATION, "n")}, case n when ${GROUP} then 'group' else 'direct' end, ${SAID}, ${SAID} from generate_series(0, ${pairs}) n`);
  await sql.unsafe(`insert into participants (conversation_id, user_id)
    select ${idSql(CONVERSATION, "(n + 1) / 2")}, ${idSql(PERSON, "n")} from generate_series(1, ${2 * pairs}) n union all
    select ${idSql(CONVERSATION, `${GROUP}`)}, ${idSql(PERSON, "n")} from generate_series(1, ${GROUP_SIZE}) n`);
  await sql.unsafe(`insert into messages (conversation_id, seq, id, rev, sender_id, kind, content)
    select ${idSql(CONVERSATION, "n")}, seq, gen_random_uuid(), seq, ${idSql(PERSON, "greatest(1, 2 * n - seq % 2)")}, 'text', 'Is the room still free?'
    from generate_series(0, ${pairs}) n, generate_series(1, ${SAID}) seq`);
  await sql.unsafe("analyze users, sessions, conversations, participants, messages");
};

/** Signs in the n-th person. The server that is measured has this secret. */
export const createTokens = (secret: string) => {
  const tokens = createJwtAccessTokens({ secret, lifeSeconds: 3_600, clock: () => new Date() });
  return async (n: number): Promise<string> =>
    (await tokens.issue({ userId: idOf(PERSON, n), sessionId: idOf(SESSION, n) })).token;
};

export const pairOf = (n: number): string => idOf(CONVERSATION, Math.ceil(n / 2));
export const group = idOf(CONVERSATION, GROUP);
