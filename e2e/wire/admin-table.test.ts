import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#lib/contract/accounts.ts";
import type { ErrorCode } from "#lib/contract/errors.ts";
import type { OwnReport } from "#lib/contract/reports.ts";
import type { RouteName } from "#lib/contract/routes.ts";
import { putDeadJob } from "../harness/dead-jobs.ts";
import { createWithRole, type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person, request } from "../harness/person.ts";
import { addressOf, ROUTES, takesBody } from "../harness/routes.ts";

/**
 * Each role, on each route of the desk, about oneself, about another one, and about somebody higher. Whoever adds a route places it
 * here: without that it does not compile.
 */

type AdminRoute = Extract<RouteName, `${string} /api/admin/${string}`>;
/** A good status, or the code of a refusal. */
type Outcome = number | ErrorCode;
/** What a moderator and an admin are answered about themselves, about a student, and about an admin. */
type Row = { own: Outcome; other: Outcome; higher: Outcome };
/** What a request is about; `house`: about nobody. */
type About = "house" | "person" | "report" | "sanction" | "appeal" | "alert" | "job" | "contest" | "held";
type Placed = { about: About; moderator: Row; admin: Row; body?: (whom: Person) => object; query?: string };
/** The message of somebody that waits. */
const waiting = new Map<string, { conversationId: string; messageId: string }>();

const all = (outcome: Outcome): Row => ({ own: outcome, other: outcome, higher: outcome });
const forAdmins = (admin: Row) => ({ moderator: all("forbidden"), admin });
/** Acts on people: nobody on oneself, a moderator on nobody higher. */
const acts = (status: number) => ({
  moderator: { own: "conflict", other: status, higher: "forbidden" } as const,
  admin: { own: "conflict", other: status, higher: status } as const,
});
/** Nobody sees a report here that is about them. */
const seesOthers = { own: "not_found", other: 200, higher: 200 } as const;

const grounds = { rule: "spam", reason: "The same text to many." };
const until = "2099-01-01T00:00:00.000Z";
const alert = { severity: "info", title: "A pause", body: "Tonight." };

const TABLE: Record<AdminRoute, Placed> = {
  "POST /api/admin/users/{id}/ban": { about: "person", ...acts(204), body: () => grounds },
  "POST /api/admin/users/{id}/lift": { about: "person", ...acts(204) },
  "POST /api/admin/users/{id}/warn": { about: "person", ...acts(201), body: () => grounds },
  "POST /api/admin/users/{id}/silence": { about: "person", ...acts(201), body: () => ({ ...grounds, until }) },
  "POST /api/admin/users/{id}/kick": { about: "person", ...acts(201), body: () => grounds },
  "POST /api/admin/users/{id}/remove-messages": { about: "person", ...acts(201), body: () => grounds },
  "POST /api/admin/users/{id}/end-sessions": { about: "person", ...acts(204) },
  "PUT /api/admin/users/{id}/role": {
    about: "person",
    ...forAdmins({ own: "conflict", other: 204, higher: 204 }),
    body: () => ({ role: "landlord" }),
  },
  "GET /api/admin/users": { about: "house", moderator: all(200), admin: all(200) },
  "GET /api/admin/users/{id}": {
    about: "person",
    moderator: { own: "not_found", other: 200, higher: "not_found" },
    admin: all(200),
  },
  "GET /api/admin/reports": { about: "house", moderator: all(200), admin: all(200) },
  "GET /api/admin/reports/{id}": { about: "report", moderator: seesOthers, admin: seesOthers },
  "POST /api/admin/reports/{id}/claim": { about: "report", moderator: seesOthers, admin: seesOthers },
  "POST /api/admin/reports/{id}/decide": {
    about: "report",
    moderator: seesOthers,
    admin: seesOthers,
    body: () => ({ outcome: "acted" }),
  },
  "POST /api/admin/sanctions/{id}/lift": { about: "sanction", ...acts(200), body: () => ({ reason: "It was another one." }) },
  "GET /api/admin/appeals": { about: "house", moderator: all(200), admin: all(200) },
  "POST /api/admin/appeals/{id}/decide": {
    about: "appeal",
    ...acts(200),
    body: () => ({ outcome: "upheld", answer: "It stands." }),
  },
  "GET /api/admin/held": { about: "house", moderator: all(200), admin: all(200) },
  "GET /api/admin/held/{id}": { about: "held", moderator: seesOthers, admin: seesOthers },
  "POST /api/admin/held/{id}/release": { about: "held", ...acts(200), body: ({ id }) => waiting.get(id) ?? {} },
  "POST /api/admin/held/{id}/refuse": {
    about: "held",
    ...acts(200),
    body: ({ id }) => ({ ...waiting.get(id), reason: "It asks for money." }),
  },
  "POST /api/admin/held/{id}/genuine": { about: "held", ...acts(200) },
  "POST /api/admin/held/{id}/taken-over": { about: "held", ...acts(200), body: () => ({ reason: "It was not you." }) },
  "GET /api/admin/contests": { about: "house", moderator: all(200), admin: all(200) },
  "POST /api/admin/contests/{id}/decide": {
    about: "contest",
    moderator: seesOthers,
    admin: seesOthers,
    body: () => ({ verdict: "wrong" }),
  },
  "GET /api/admin/alerts": { about: "house", ...forAdmins(all(200)) },
  "POST /api/admin/alerts": { about: "house", ...forAdmins(all(201)), body: () => alert },
  "POST /api/admin/alerts/{id}/end": { about: "alert", ...forAdmins(all(200)) },
  "GET /api/admin/rules": { about: "house", ...forAdmins(all(200)) },
  "PUT /api/admin/rules/weights": {
    about: "house",
    ...forAdmins(all(200)),
    body: () => ({ rule: "spam.jobs", weights: null }),
  },
  "POST /api/admin/rules/try": {
    about: "house",
    ...forAdmins(all(200)),
    body: () => ({ content: "Hello", stage: "before_booking" }),
  },
  "GET /api/admin/rules/contested": { about: "house", ...forAdmins(all(200)) },
  "GET /api/admin/connections": { about: "house", ...forAdmins(all(200)) },
  "GET /api/admin/jobs": { about: "house", ...forAdmins(all(200)), query: "?state=dead" },
  "POST /api/admin/jobs/{id}/retry": { about: "job", ...forAdmins(all(204)) },
  "DELETE /api/admin/jobs/{id}": { about: "job", ...forAdmins(all(204)) },
  "GET /api/admin/audit": { about: "house", ...forAdmins(all(200)) },
  "POST /api/admin/audit/verify": { about: "house", ...forAdmins(all(200)) },
  "GET /api/admin/exports/reports": { about: "house", ...forAdmins(all(200)) },
  "GET /api/admin/exports/people": { about: "house", ...forAdmins(all(200)) },
  "GET /api/admin/exports/audit": { about: "house", ...forAdmins(all(200)) },
  "GET /api/admin/exports/jobs": { about: "house", ...forAdmins(all(200)) },
};

let house: ModeratedHouse;
let gina: Person;
let zoe: Person;

beforeAll(async () => {
  house = await openModeratedHouse("admin-table");
  gina = await createPerson(house.baseUrl, "gina", "landlord");
  zoe = await createWithRole(house.baseUrl, house.databaseUrl, "zoe", "admin");
}, OWN_SERVER_MS);
afterAll(async () => {
  disconnectAll(gina, zoe);
  await house.close();
});

/** Nobody may be called what those are called who look after the house. */
const NEW_NAMES: Record<Role, string> = { student: "nia", landlord: "noel", moderator: "nora", admin: "nils" };

/** Somebody new, who has written something. */
const somebody = async (role: Role): Promise<Person> => {
  const person = await createWithRole(house.baseUrl, house.databaseUrl, NEW_NAMES[role], role);
  await person.says(await person.opens(house.carol), "hello");
  return person;
};

/** What a request about somebody names, made anew: its id. */
const subjects: Record<About, (whom: Person) => Promise<string>> = {
  house: async () => {
    // Few alerts may stand at once.
    await house.sql("delete from alerts");
    return v7();
  },
  person: async ({ id }) => id,
  report: async (whom) => {
    const { max } = house;
    const conversationId = await max.opens(whom);
    const { messageId } = await whom.says(conversationId, "something ugly");
    const body = { conversationId, userId: whom.id, messageId, reason: "spam" };
    return (await max.http<OwnReport>("/api/reports", { method: "POST", body })).body.id;
  },
  sanction: async (whom) => {
    const id = v7();
    const statement =
      "insert into sanctions (id, user_id, kind, rule, reason, actor_id) values ($1, $2, 'warn', 'spam', 'x', $3)";
    await house.sql(statement, id, whom.id, zoe.id);
    return id;
  },
  appeal: async (whom) => {
    const id = v7();
    const sanctionId = await subjects.sanction(whom);
    await house.sql("insert into appeals (id, sanction_id, text) values ($1, $2, 'That was not me.')", id, sanctionId);
    return id;
  },
  contest: async (whom) => {
    const id = v7();
    const conversationId = await whom.opens(house.carol);
    const statement =
      "insert into contests (id, user_id, conversation_id, message_id, content, rules) values ($1, $2, $3, $4, 'x', '{}')";
    await house.sql(statement, id, whom.id, conversationId, v7());
    return id;
  },
  held: async (whom) => {
    const place = { conversationId: await whom.opens(house.carol), messageId: v7() };
    const statement =
      "insert into held_messages (conversation_id, id, sender_id, session_id, kind, content, rules, score) values ($1, $2, $3, $4, 'text', 'x', '{}', 50)";
    await house.sql(statement, place.conversationId, place.messageId, whom.id, v7());
    waiting.set(whom.id, place);
    return whom.id;
  },
  alert: async (whom) => {
    const id = v7();
    const statement = "insert into alerts (id, severity, title, body, published_by) values ($1, 'info', 'x', 'x', $2)";
    await house.sql(statement, id, whom.id);
    return id;
  },
  job: () => putDeadJob(house.databaseUrl, "digest:mail", { userId: v7() }, "the mail server is away"),
};

const asks = async (name: AdminRoute, who: Person | undefined, whom: Person): Promise<Outcome> => {
  const { about, body, query = "" } = TABLE[name];
  const { method, path } = addressOf(name, await subjects[about](whom));
  const sent = takesBody(name) ? { body: body?.(whom) ?? {} } : {};
  const token = who ? { token: who.tokens.accessToken } : {};
  const answer = await request<{ code?: ErrorCode }>(house.baseUrl + path + query, { method, ...sent, ...token });
  return answer.body.code ?? answer.status;
};

const acted = async (): Promise<unknown> => (await house.sql("select max(seq) as seq from audit_log"))[0]?.seq;

test("every route of the desk has its place", () => {
  expect(Object.keys(TABLE).sort()).toEqual(ROUTES.filter((name) => name.includes(" /api/admin/")).sort());
});

const PLACED = Object.keys(TABLE) as AdminRoute[];

test.each(PLACED)("%s is for nobody who looks after nothing, and leaves no entry of them", async (name) => {
  const { alice, bob, ada } = house;
  const before = await acted();
  for (const whom of [bob, ada]) expect(["a guest", await asks(name, undefined, whom)]).toEqual(["a guest", "unauthenticated"]);
  for (const who of [alice, gina])
    for (const whom of [who, bob, ada])
      expect([who.name, whom.name, await asks(name, who, whom)]).toEqual([who.name, whom.name, "forbidden"]);
  expect(await acted()).toEqual(before);
});

test.each(PLACED)("%s answers a moderator and an admin as its place says", async (name) => {
  const { mia, ada } = house;
  const rowOf = async (who: Person): Promise<Row> => ({
    own: await asks(name, who, who),
    other: await asks(name, who, await somebody("student")),
    higher: await asks(name, who, await somebody("admin")),
  });
  const { moderator, admin } = TABLE[name];
  expect({ moderator: await rowOf(mia), admin: await rowOf(ada) }).toEqual({ moderator, admin });
});
