import { afterAll, beforeAll, expect, test } from "vitest";
import type { OwnReport } from "#lib/contract/reports.ts";
import type { OwnSanction, OwnSanctions, Sanction } from "#lib/contract/sanctions.ts";
import { settles } from "../harness/jobs.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person } from "../harness/person.ts";
import { type ReceivedMail, type SmtpReceiver, startSmtpReceiver } from "../harness/smtp-receiver.ts";

const REASON = "Only a moderator says it like that.";

let smtp: SmtpReceiver;
let house: ModeratedHouse;
let alice: Person;
let bob: Person;
let mia: Person;
let max: Person;

beforeAll(async () => {
  smtp = await startSmtpReceiver();
  house = await openModeratedHouse("moderation-mails", { SMTP_URL: smtp.url });
  ({ alice, bob, mia, max } = house);
  for (const { id } of [alice, bob]) await house.sql("update users set email_verified_at = now() where id = $1", id);
}, OWN_SERVER_MS);
afterAll(async () => {
  await house.close();
  await smtp.stop();
});

const act = (what: string, whom: Person, body: object = {}) =>
  mia.http<Sanction>(`/api/admin/users/${whom.id}/${what}`, { method: "POST", body: { rule: "spam", reason: REASON, ...body } });
const subjectOf = ({ headers }: ReceivedMail): string => /^Subject: (.+)$/im.exec(headers)?.[1]?.trim() ?? "";
const subjectsTo = ({ email }: Person): string[] => smtp.to(email, "/s").map(subjectOf);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

test("each act is mailed to its person with its rule and how to appeal, and to nobody else", async () => {
  await act("warn", bob);
  const warning = await smtp.arrives(bob.email, "/settings/reports");
  expect(subjectOf(warning)).toBe("A warning from UniNest");
  expect(warning.text).toContain("no spam");
  expect(warning.text).toContain("say so there");
  expect(warning.text).not.toContain(REASON);

  const { body: silence } = await act("silence", bob, { until: inAnHour() });
  expect(subjectOf(await smtp.arrives(bob.email, "/settings/reports", 2))).toBe("You cannot write on UniNest for now");
  await max.http(`/api/admin/sanctions/${silence.id}/lift`, { method: "POST", body: { reason: "Not him." } });
  expect(subjectOf(await smtp.arrives(bob.email, "/settings/reports", 3))).toBe("A decision about you was taken back");
  expect(subjectsTo(alice).filter((subject) => !subject.startsWith("Confirm"))).toEqual([]);
});

test("who is banned is mailed too, may appeal by what the mail says, and is mailed the answer once", async () => {
  expect((await act("ban", bob)).status).toBe(204);
  expect(subjectOf(await smtp.arrives(bob.email, "/sign-in"))).toBe("Your UniNest account is restricted");
  const refused = await fetch(`${house.baseUrl}/api/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: bob.email, password: bob.password }),
  });
  const { details } = (await refused.json()) as { details: { appealToken: string } };
  const post = async <Data>(path: string, body: object): Promise<Data> => {
    const answer = await fetch(`${house.baseUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: details.appealToken, ...body }),
    });
    return (await answer.json()) as Data;
  };
  const { items } = await post<OwnSanctions>("/api/kept-out/sanctions", {});
  const filed = await post<OwnSanction>("/api/kept-out/appeals", { sanctionId: items[0]?.id, text: "It was my brother." });
  const before = smtp.to(bob.email, "/settings/reports").length;
  await max.http(`/api/admin/appeals/${filed.appeal?.id}/decide`, {
    method: "POST",
    body: { outcome: "reversed", answer: "We looked again." },
  });
  expect(subjectOf(await smtp.arrives(bob.email, "/settings/reports", before + 1))).toBe("Your appeal was decided");
  await settles(house.databaseUrl);
  expect(smtp.to(bob.email, "/settings/reports")).toHaveLength(before + 1);
});

test("who reported is mailed how it ended; whose address is not confirmed gets nothing", async () => {
  const dan = await createPerson(house.baseUrl, "dan");
  const together = await alice.opens(dan);
  await dan.says(together, "hello you");
  const report = { conversationId: together, userId: dan.id, reason: "spam" };
  const { body: filed } = await alice.http<OwnReport>("/api/reports", { method: "POST", body: report });
  await mia.http(`/api/admin/reports/${filed.id}/claim`, { method: "POST", body: {} });
  await act("warn", dan, { reportId: filed.id });
  await mia.http(`/api/admin/reports/${filed.id}/decide`, { method: "POST", body: { outcome: "acted" } });
  const mail = await smtp.arrives(alice.email, "/settings/reports");
  expect(subjectOf(mail)).toBe("Your report was decided");
  expect(mail.text).not.toContain("dan");
  await settles(house.databaseUrl);
  expect(subjectsTo(dan).filter((subject) => subject.includes("warning"))).toEqual([]);
  disconnectAll(dan);
});
