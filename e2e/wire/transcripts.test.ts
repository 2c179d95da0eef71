import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Transcript } from "#lib/contract/transcript.ts";
import { verifyTranscript } from "#lib/server/transcript-verification.ts";
import { disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let publicKey: string;

beforeAll(async () => {
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  publicKey = (await request<{ publicKey: string }>(`${baseUrl}/api/transcripts/key`)).body.publicKey;
});
afterAll(() => disconnectAll(alice, bob, carol));

const save = (person: Person, conversationId: string, format: string) =>
  fetch(`${baseUrl}/api/conversations/${conversationId}/export?format=${format}`, {
    headers: { authorization: `Bearer ${person.tokens.accessToken}` },
  });

test("both save what was said, as it stands now; the files prove themselves whole, and an outsider gets none", async () => {
  const talk = await alice.opens(bob);
  await alice.says(talk, "Is the room < 500 & > 300?");
  const slip = await bob.says(talk, "It is 4500.");
  const { messageId } = await bob.says(talk, "450. שלום");
  await bob.device.does("message:delete", { conversationId: talk, messageId: slip.messageId });
  await bob.device.does("message:edit", { conversationId: talk, messageId, content: "450, all in." });

  const page = await save(alice, talk, "html");
  expect(Object.fromEntries(page.headers)).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-disposition": 'attachment; filename="uninest-transcript.html"',
    "cache-control": "no-store",
  });
  const html = await page.text();
  expect(verifyTranscript(html, publicKey)).toEqual({ messages: 3, fault: null });
  expect(html).toContain("Is the room &#60; 500 &#38; &#62; 300?");
  expect(html).not.toMatch(/4500|שלום/);

  const json = await (await save(bob, talk, "json")).text();
  expect(verifyTranscript(json, publicKey)).toEqual({ messages: 3, fault: null });
  const { head, messages }: Transcript = JSON.parse(json);
  expect(head).toMatchObject({ conversationId: talk, fromSeq: 1, toSeq: 3, savedBy: { id: bob.id, name: "bob" } });
  expect(messages.map(({ entry }) => entry.content)).toEqual(["Is the room < 500 & > 300?", "", "450, all in."]);
  expect(verifyTranscript(json.replace("all in", "all out"), publicKey).fault).toEqual({ reason: "hash", seq: 3 });

  for (const id of [talk, v7()]) expectProblem("an outsider", await carol.http(`/api/conversations/${id}/export`), "not_found");
  expectProblem("no form of ours", await alice.http(`/api/conversations/${talk}/export?format=pdf`), "validation_failed");
});

test("a long conversation comes piece by piece, and who joined later saves what came from then on", async () => {
  await Promise.all([alice.opens(carol), bob.opens(alice)]);
  const body = { kind: "group", title: "The house", userIds: [bob.id] };
  const { body: group } = await alice.http<{ id: string }>("/api/conversations", { method: "POST", body });
  await execute(
    inject("databaseUrl"),
    `insert into messages (conversation_id, seq, id, rev, sender_id, kind, content)
     select $1, seq, gen_random_uuid(), seq, $2, 'text', 'message ' || seq from generate_series(2, 1200) as seq`,
    [group.id, alice.id],
  );
  await execute(inject("databaseUrl"), "update conversations set last_seq = 1200, rev = 1200 where id = $1", [group.id]);
  await alice.http(`/api/conversations/${group.id}/members`, { method: "POST", body: { userIds: [carol.id] } });
  await alice.says(group.id, "Welcome, carol.");

  const whole = await (await save(alice, group.id, "json")).text();
  expect(verifyTranscript(whole, publicKey)).toEqual({ messages: 1202, fault: null });
  const late = await (await save(carol, group.id, "html")).text();
  expect(verifyTranscript(late, publicKey)).toMatchObject({ fault: null });
  expect(late).toContain("Welcome, carol.");
  expect(late).not.toContain("message 1200");
});
