import { randomBytes } from "node:crypto";
import fs from "node:fs";
import sharp from "sharp";
import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import type { HeldCase, HeldList } from "#lib/contract/held.ts";
import type { Attachment, Message, MessagePage } from "#lib/contract/messages.ts";
import type { ReportCase } from "#lib/contract/reports.ts";
import { createFaultProxy, type FaultProxy } from "../faults/proxy/fault-proxy.ts";
import { signInByCookie } from "../harness/browser-session.ts";
import { type Clamd, HARMFUL, openClamd } from "../harness/clamd.ts";
import { acquaint, groupsOf } from "../harness/groups.ts";
import { enqueue } from "../harness/jobs.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import type { Person } from "../harness/person.ts";
import { picture } from "../harness/pictures.ts";
import { type Files, filesAt } from "../harness/uploads.ts";

const DATA_DIR = ".test/attachments-data";
const bytesOf = (file: Buffer | string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(file));
const PDF = bytesOf("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

let house: ModeratedHouse;
let files: Files;
let clamd: Clamd;
let proxy: FaultProxy;
let alice: Person;
let bob: Person;
let carol: Person;
let photo: Uint8Array<ArrayBuffer>;
let together: string;

beforeAll(async () => {
  fs.rmSync(DATA_DIR, { recursive: true, force: true });
  clamd = await openClamd();
  house = await openModeratedHouse("attachments", { DATA_DIR, CLAMD_URL: clamd.url });
  proxy = await createFaultProxy(Number(new URL(house.baseUrl).port));
  ({ alice, bob, carol } = house);
  files = filesAt(house.baseUrl);
  photo = bytesOf(await picture("jpeg", { width: 1200, height: 800 }));
}, OWN_SERVER_MS);
afterAll(async () => {
  await house.close();
  await Promise.all([clamd.close(), proxy.close()]);
});
beforeEach(async () => {
  together = await alice.opens(bob);
});

const kept = (folder: string): string[] =>
  fs.existsSync(`${DATA_DIR}/${folder}`) ? fs.readdirSync(`${DATA_DIR}/${folder}`) : [];
const filesOf = (id: string): string[] =>
  [...kept("uploads"), ...kept("blobs/attachments")].filter((name) => name.startsWith(id));
const upload = async (person: Person, name: string, bytes: Uint8Array<ArrayBuffer>, conversationId = together) => {
  const { status, id, body } = await files.uploads(person, conversationId, name, bytes);
  expect([status, body]).toEqual([204, {}]);
  return id;
};
const newest = async ({ http }: Person, id = together): Promise<Message> => {
  const { body } = await http<MessagePage>(`/api/conversations/${id}/messages?limit=1`);
  const [message] = body.messages;
  if (!message) throw new Error("nothing is written");
  return message;
};
const statuses = async (people: Person[], id: string): Promise<number[]> =>
  Promise.all(people.map(async (person) => (await files.reads(person, id)).status));

test("a picture and a document go to the other one, and to nobody else; what the camera wrote stays behind", async () => {
  const picture = await upload(alice, "IMG 1.JPG", photo);
  const lease = await upload(alice, "../lease\u202e.pdf", PDF);
  expect(await statuses([alice, bob, carol], picture)).toEqual([200, 404, 404]);
  const mark = carol.device.mark();
  await alice.says(together, "", { kind: "file", attachmentIds: [picture, lease] });

  const { attachments } = await bob.device.hears("message:received", ({ kind }) => kind === "file");
  const nothing = { width: null, height: null, durationMs: null, placeholder: null };
  expect(attachments).toEqual([
    {
      ...nothing,
      id: picture,
      kind: "image",
      name: "IMG 1.webp",
      contentType: "image/webp",
      byteSize: expect.any(Number),
      width: 800,
      height: 1200,
      placeholder: expect.stringMatching(/^data:image\/webp;base64,.{20,400}$/),
    },
    { ...nothing, id: lease, kind: "file", name: "lease.pdf", contentType: "application/pdf", byteSize: PDF.length },
  ]);
  expect((await newest(bob)).attachments).toEqual(attachments);
  const { body: summary } = await bob.http<{ lastMessage: Message }>(`/api/conversations/${together}`);
  expect(summary.lastMessage.attachments).toEqual(attachments);

  const shown = await files.reads(bob, picture);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-length": String(attachments[0]?.byteSize),
    "content-disposition": `inline; filename="IMG 1.webp"; filename*=UTF-8''IMG%201.webp`,
    "cache-control": "private, no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringMatching(/default-src 'none'; sandbox/),
    "cross-origin-resource-policy": "same-origin",
  });
  const { exif, orientation, ...rest } = await sharp(shown.bytes).metadata();
  expect([exif, orientation, rest.width, rest.height]).toEqual([undefined, undefined, 800, 1200]);
  const small = await sharp((await files.reads(bob, picture, { part: "/thumbnail" })).bytes).metadata();
  expect([small.format, small.height]).toEqual(["webp", attachmentLimits.thumbnailSide]);

  const document = await files.reads(bob, lease);
  expect(document.headers.get("content-disposition")).toMatch(/^attachment; filename="lease.pdf"/);
  expect(document.bytes.equals(PDF)).toBe(true);
  expect((await files.reads(bob, lease, { part: "/thumbnail" })).status).toBe(404);
  for (const id of [picture, lease, v7()]) expect((await files.reads(carol, id)).status).toBe(404);
  expect(await carol.device.newsSince(mark)).toEqual([]);
  expect((await fetch(`${house.baseUrl}/api/attachments/${picture}`)).status).toBe(401);
});

test("a part is a part, what one has is not sent again, and what is beyond the end is nothing", async () => {
  const id = await upload(alice, "lease.pdf", PDF);
  const read = (headers: Record<string, string>, method = "GET") => files.reads(alice, id, { headers, method });
  const part = await read({ range: "bytes=5-7" });
  expect([part.status, part.bytes.toString(), part.headers.get("content-range")]).toEqual([
    206,
    "1.7",
    `bytes 5-7/${PDF.length}`,
  ]);
  const etag = part.headers.get("etag") ?? "";
  expect((await read({ "if-none-match": etag })).status).toBe(304);
  expect((await read({ range: "bytes=0-0", "if-range": etag })).status).toBe(206);
  expect((await read({ range: "bytes=0-0", "if-range": '"other"' })).status).toBe(200);
  const beyond = await read({ range: `bytes=${PDF.length}-` });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${PDF.length}`]);
  const head = await read({}, "HEAD");
  expect([head.status, head.headers.get("content-length"), head.bytes.length]).toEqual([200, String(PDF.length), 0]);
});

test("a file goes on where it broke off, is whole when the last answer was lost, and is its sender's alone", async () => {
  const id = files.idOf(await files.begins(alice, { name: "a.pdf", conversationId: together, length: PDF.length }));
  const half = PDF.slice(0, 20);
  expect((await files.sends(alice, id, half)).headers.get("upload-offset")).toBe("20");
  expect((await files.sends(alice, id, half)).body).toMatchObject({ status: 409, code: "conflict" });
  const state = await files.asks(alice, id);
  expect([state.status, state.headers.get("upload-offset"), state.headers.get("upload-length")]).toEqual([
    200,
    "20",
    String(PDF.length),
  ]);
  for (const person of [bob, carol]) {
    expect((await files.asks(person, id)).status).toBe(404);
    expect((await files.sends(person, id, PDF.slice(20), 20)).body).toMatchObject({ code: "not_found" });
    expect((await files.takesBack(person, id)).body).toMatchObject({ code: "not_found" });
  }
  expect(await statuses([alice], id)).toEqual([404]);
  expect((await files.sends(alice, id, PDF.slice(20), 20)).status).toBe(204);
  const whole = await files.asks(alice, id);
  expect(whole.headers.get("upload-offset")).toBe(whole.headers.get("upload-length"));
  expect(filesOf(id)).toEqual([`${id}.file`]);

  // All of it is there, and nobody has looked: the process ended in between.
  const lost = files.idOf(await files.begins(alice, { name: "b.pdf", conversationId: together, length: PDF.length }));
  fs.writeFileSync(`${DATA_DIR}/uploads/${lost}.part`, PDF);
  expect((await files.asks(alice, lost)).headers.get("upload-offset")).toBe(String(PDF.length));
  expect(await statuses([alice, bob], lost)).toEqual([200, 404]);
  const bad = files.idOf(await files.begins(alice, { name: "c.pdf", conversationId: together, length: 4 }));
  fs.writeFileSync(`${DATA_DIR}/uploads/${bad}.part`, "MZxx");
  for (const _ of [1, 2]) expect((await files.asks(alice, bad)).status).toBeGreaterThanOrEqual(404);
  expect(filesOf(bad)).toEqual([]);

  expect((await files.takesBack(alice, id)).status).toBe(204);
  expect([(await files.asks(alice, id)).status, filesOf(id)]).toEqual([404, []]);
});

test("what is no file of ours is refused with a reason, and nothing stays of it", async () => {
  const refused: [string, string | Buffer, string, string | RegExp][] = [
    ["run.pdf", "MZ\u0090\0\u0003\0\0\0", "content_rejected", /cannot be sent/],
    ["page.txt", "<html><script>alert(1)</script></html>", "content_rejected", /cannot be sent/],
    ["cut.jpg", Buffer.from(photo.slice(0, 300)), "validation_failed", /./],
  ];
  for (const [name, bytes, code, detail] of refused) {
    const { id, status, body } = await files.uploads(alice, together, name, bytesOf(bytes));
    expect([name, status, body.code]).toEqual([name, code === "content_rejected" ? 422 : 400, code]);
    expect(body.detail).toMatch(detail);
    expect([(await files.asks(alice, id)).status, filesOf(id)]).toEqual([404, []]);
  }
  const begin = async (over: object, person = alice) => {
    const { status, body } = await files.begins(person, { name: "a.pdf", conversationId: together, length: 10, ...over });
    return [status, body.code];
  };
  expect(await begin({ length: attachmentLimits.bytes + 1 })).toEqual([413, "too_large"]);
  expect(await begin({ length: 0 })).toEqual([400, "validation_failed"]);
  expect(await begin({ conversationId: "nowhere" })).toEqual([400, "validation_failed"]);
  expect(await begin({ durationMs: "-1" })).toEqual([400, "validation_failed"]);
  expect(await begin({ more: ",uploaderId YQ==" })).toEqual([400, "validation_failed"]);
  expect(await begin({ conversationId: v7() })).toEqual([404, "not_found"]);
  expect(await begin({}, carol)).toEqual([404, "not_found"]);
});

test("what is harmful is refused, and what nobody could look at waits for somebody who can", async () => {
  const harmful = await files.uploads(alice, together, "a.pdf", bytesOf(Buffer.concat([PDF, Buffer.from(HARMFUL)])));
  expect(harmful.body).toMatchObject({ status: 422, code: "content_rejected", details: { reason: "harmful" } });
  expect([(await files.asks(alice, harmful.id)).status, filesOf(harmful.id)]).toEqual([404, []]);
  clamd.answers("UNKNOWN COMMAND\0");
  const { id, body } = await files.uploads(alice, together, "b.pdf", PDF);
  expect(body).toMatchObject({ status: 503, code: "unavailable" });
  expect([(await files.asks(alice, id)).status, ...(await statuses([alice], id))]).toEqual([503, 404]);
  clamd.answers(undefined);
  expect((await files.asks(alice, id)).headers.get("upload-offset")).toBe(String(PDF.length));
  expect(await statuses([alice], id)).toEqual([200]);
});

test("25 MiB arrive whole through a line that is cut ten times", async () => {
  const large = bytesOf(Buffer.concat([PDF, randomBytes(attachmentLimits.bytes - PDF.length)]));
  const id = files.idOf(await files.begins(alice, { name: "a.pdf", conversationId: together, length: large.length }));
  const line = filesAt(proxy.url);
  const piece = Math.ceil(large.length / 11);
  const whereItIs = async () => Number((await files.asks(alice, id)).headers.get("upload-offset"));
  /** What the server had read of a dead line may be kept only after it was asked: it says so, and is asked again. */
  const goesOn = async (): Promise<number> => {
    const offset = await whereItIs();
    const { status } = await line.sends(alice, id, large.slice(offset), offset);
    return status === 409 ? goesOn() : status;
  };
  let kept = 0;
  for (let cut = 1; cut <= 10; cut += 1) {
    proxy.set("up", { kind: "cut", afterBytes: piece });
    await expect(goesOn()).rejects.toThrow();
    proxy.heal();
    // What was on its way when a line is reset is lost; nothing that was kept is.
    const now = await whereItIs();
    expect(now).toBeGreaterThanOrEqual(kept);
    expect(now).toBeLessThan(large.length);
    kept = now;
  }
  expect(kept).toBeGreaterThan(0);
  expect(await goesOn()).toBe(204);
  const { bytes } = await files.reads(alice, id);
  expect(bytes.equals(large)).toBe(true);
  expect(filesOf(id)).toEqual([`${id}.file`]);
});

test("a message takes only files that are its sender's, whole, of that conversation and not sent, or is not stored", async () => {
  const own = await upload(alice, "a.pdf", PDF);
  const begun = files.idOf(await files.begins(alice, { name: "b.pdf", conversationId: together, length: 10 }));
  const elsewhere = await upload(alice, "c.pdf", PDF, await alice.opens(carol));
  const bobs = await upload(bob, "d.pdf", PDF);
  const before = (await alice.http<{ lastSeq: number }>(`/api/conversations/${together}`)).body.lastSeq;
  const mark = bob.device.mark();
  const send = (attachmentIds: string[], more: object = {}) =>
    alice.device.ask("message:send", {
      conversationId: together,
      messageId: v7(),
      content: "",
      kind: "file",
      attachmentIds,
      ...more,
    });
  for (const ids of [[begun], [elsewhere], [bobs], [v7()], [own, own], [own, begun]])
    expect(await send(ids)).toMatchObject({ ok: false, error: { code: "validation_failed" } });
  expect(await send([own], { kind: "image" })).toMatchObject({ ok: false, error: { code: "validation_failed" } });
  expect(await bob.device.newsSince(mark)).toEqual([]);
  expect((await alice.http(`/api/conversations/${together}`)).body.lastSeq).toBe(before);

  const messageId = v7();
  const first = await send([own], { messageId });
  expect(first).toMatchObject({ ok: true, data: { duplicate: false } });
  expect(await send([own], { messageId })).toMatchObject({
    ok: true,
    data: { duplicate: true, message: { attachments: [{ id: own }] } },
  });
  expect(await send([own])).toMatchObject({ ok: false, error: { code: "validation_failed" } });
  expect((await files.takesBack(alice, own)).body).toMatchObject({ code: "conflict" });
  expect(await statuses([alice, bob, carol], own)).toEqual([200, 200, 404]);
});

test("who is blocked or silenced begins no file, and what they have begun is not sent", async () => {
  const between = await carol.opens(bob);
  const id = await upload(carol, "a.pdf", PDF, between);
  await bob.device.does("block:user", { userId: carol.id, conversationId: between });
  const again = await files.begins(carol, { name: "a.pdf", conversationId: between, length: 10 });
  expect(again.body.code).toBe("blocked");
  const sent = await carol.device.ask("message:send", {
    conversationId: between,
    messageId: v7(),
    content: "",
    kind: "file",
    attachmentIds: [id],
  });
  expect(sent).toMatchObject({ ok: false, error: { code: "blocked" } });
  await bob.device.does("unblock:user", { userId: carol.id, conversationId: between });
  await house.sql("update users set silenced_until = now() + interval '1 hour' where id = $1", carol.id);
  expect((await files.begins(carol, { name: "a.pdf", conversationId: between, length: 10 })).body.code).toBe("suspended");
  await house.sql("update users set silenced_until = null where id = $1", carol.id);
});

test("a deletion takes the files away at once and for ever; a removal is taken back with them", async () => {
  const [first, second] = [await upload(alice, "a.jpg", photo), await upload(alice, "b.jpg", photo)];
  const messageId = v7();
  await alice.says(together, "Two pictures", { kind: "image", attachmentIds: [first, second], messageId });
  await bob.says(together, "Nice", { replyToId: messageId });
  await alice.device.does("message:delete", { conversationId: together, messageId });
  expect((await bob.device.hears("message:deleted", (message) => message.messageId === messageId)).attachments).toEqual([]);
  for (const id of [first, second]) expect(await statuses([alice, bob], id)).toEqual([404, 404]);
  await expect.poll(() => [...filesOf(first), ...filesOf(second)]).toEqual([]);

  const third = await upload(alice, "c.jpg", photo);
  const removed = v7();
  await alice.says(together, "", { kind: "image", attachmentIds: [third], messageId: removed });
  const message = { conversationId: together, messageId: removed };
  const { body: sanction } = await house.mia.http<{ id: string }>(`/api/admin/users/${alice.id}/remove-messages`, {
    method: "POST",
    body: { rule: "spam", reason: "Not here.", message },
  });
  expect(await statuses([alice, bob], third)).toEqual([404, 404]);
  await house.mia.http(`/api/admin/sanctions/${sanction.id}/lift`, { method: "POST", body: { reason: "It was fine." } });
  expect(await statuses([alice, bob], third)).toEqual([200, 200]);
  expect((await newest(bob)).attachments).toMatchObject([{ id: third }]);
});

const goesOn = (person: Person, conversationId: string, attachmentIds: string[]) =>
  person.http<{ attachments: Attachment[]; code?: string }>("/api/attachments/copies", {
    method: "POST",
    body: { conversationId, attachmentIds },
  });

test("files go on to other people without another upload, outlive what they came from, and are for nobody who did not see them", async () => {
  const [shot, lease] = [await upload(alice, "a.jpg", photo), await upload(alice, "lease.pdf", PDF)];
  const messageId = v7();
  await alice.says(together, "", { kind: "file", attachmentIds: [shot, lease], messageId });
  const { attachments } = await bob.device.hears("message:received", (message) => message.messageId === messageId);
  const elsewhere = await bob.opens(carol);
  const rows = async () =>
    house.sql("select id from attachments where conversation_id = $1 and uploader_id = $2", elsewhere, bob.id);
  const mark = alice.device.mark();

  for (const [person, ids] of [
    [carol, [shot]],
    [bob, [shot, v7()]],
  ] as const)
    expect((await goesOn(person, elsewhere, [...ids])).body.code).toBe("not_found");
  expect((await goesOn(bob, v7(), [shot])).body.code).toBe("not_found");
  clamd.answers("stream: Eicar-Signature FOUND\0");
  expect((await goesOn(bob, elsewhere, [shot])).body).toMatchObject({ code: "content_rejected", details: { reason: "harmful" } });
  clamd.answers(undefined);
  expect(await rows()).toEqual([]);

  const { status, body } = await goesOn(bob, elsewhere, [lease, shot]);
  const [first, second] = attachments;
  const ids = body.attachments.map(({ id }) => id);
  expect([status, body.attachments]).toEqual([
    201,
    [
      { ...second, id: ids[0] },
      { ...first, id: ids[1] },
    ],
  ]);
  for (const id of ids)
    expect([attachments.some((one) => one.id === id), await statuses([bob, carol, alice], id)]).toEqual([false, [200, 404, 404]]);
  await bob.says(elsewhere, "Look at these", { kind: "file", attachmentIds: ids });
  for (const id of ids) expect(await statuses([bob, carol, alice], id)).toEqual([200, 200, 404]);

  await alice.device.does("message:delete", { conversationId: together, messageId });
  expect(await statuses([bob], shot)).toEqual([404]);
  await expect.poll(() => filesOf(shot)).toEqual([]);
  expect((await files.reads(carol, ids[0] ?? "")).bytes.equals(PDF)).toBe(true);
  expect((await files.reads(carol, ids[1] ?? "", { part: "/thumbnail" })).status).toBe(200);
  expect((await goesOn(bob, elsewhere, [shot])).body.code).toBe("not_found");
  expect((await alice.device.newsSince(mark)).filter(({ payload }) => JSON.stringify(payload).includes(elsewhere))).toEqual([]);
});

test("what goes on counts as what its sender brings", async () => {
  const lease = await upload(alice, "lease.pdf", PDF);
  await alice.says(together, "", { kind: "file", attachmentIds: [lease] });
  const elsewhere = await bob.opens(carol);
  await house.sql(
    "update attachments set byte_size = $2::int, created_at = now() where uploader_id = $1",
    bob.id,
    String(2 ** 30),
  );
  expect((await goesOn(bob, elsewhere, [lease])).body.code).toBe("conflict");
  await house.sql("update attachments set created_at = now() - interval '2 days' where uploader_id = $1", bob.id);
  expect((await goesOn(bob, elsewhere, [lease])).status).toBe(201);
});

test("in a group only those see a file who are in it and were when it was sent", async () => {
  await acquaint(alice, bob, carol);
  const { body: group } = await groupsOf(alice).makes("The house", [bob]);
  const id = await upload(alice, "a.pdf", PDF, group.id);
  await alice.says(group.id, "The rules", { kind: "file", attachmentIds: [id] });
  expect((await groupsOf(alice).adds(group.id, carol)).status).toBe(200);
  expect(await statuses([bob, carol], id)).toEqual([200, 404]);
  const later = await upload(alice, "b.pdf", PDF, group.id);
  await alice.says(group.id, "", { kind: "file", attachmentIds: [later] });
  expect(await statuses([bob, carol], later)).toEqual([200, 200]);
  await groupsOf(bob).leaves(group.id);
  for (const one of [id, later]) expect((await files.reads(bob, one)).status).toBe(404);
  expect(await statuses([alice, carol], later)).toEqual([200, 200]);
});

test("what waits for a moderator keeps its files, for who decides; what is reported too", async () => {
  const content = "The flat is yours: pay the deposit by Western Union today and I post you the keys.";
  const id = await upload(bob, "contract.pdf", PDF);
  const send = { conversationId: together, messageId: v7(), content, attachmentIds: [id] };
  expect(await bob.device.ask("message:send", send)).toMatchObject({ ok: false, error: { details: { held: true } } });
  expect((await bob.http<HeldList>("/api/held")).body.items).toMatchObject([{ attachments: [{ id }] }]);
  const { body: found } = await house.mia.http<HeldCase>(`/api/admin/held/${bob.id}`);
  expect(found.messages).toMatchObject([{ attachments: [{ id, name: "contract.pdf" }] }]);
  expect(await statuses([bob, alice, carol, house.mia], id)).toEqual([200, 404, 404, 200]);
  const { conversationId, messageId } = send;
  await house.mia.http(`/api/admin/held/${bob.id}/release`, { method: "POST", body: { conversationId, messageId } });
  const { attachments } = await alice.device.hears("message:received", (message) => message.messageId === messageId);
  expect(attachments).toMatchObject([{ id }]);
  expect(await statuses([alice, carol, house.mia], id)).toEqual([200, 404, 404]);

  const { body: report } = await alice.http<{ id: string }>("/api/reports", {
    method: "POST",
    body: { conversationId, messageId, userId: bob.id, reason: "scam" },
  });
  const { body: opened } = await house.mia.http<ReportCase>(`/api/admin/reports/${report.id}`);
  expect(opened.evidence.at(-1)?.attachments).toEqual(attachments);
  expect(await statuses([house.mia, carol], id)).toEqual([200, 404]);
});

test("what nobody sends is gone after a day, what is sent stays; one person has a bound on what is begun", async () => {
  const sent = await upload(alice, "a.pdf", PDF);
  await alice.says(together, "", { kind: "file", attachmentIds: [sent] });
  const ready = await upload(alice, "b.pdf", PDF);
  const young = await upload(alice, "c.pdf", PDF);
  const begun = files.idOf(await files.begins(alice, { name: "d.pdf", conversationId: together, length: 10 }));
  const old = [sent, ready, begun].map((id) => `'${id}'`).join();
  await house.sql(`update attachments set created_at = now() - interval '25 hours' where id in (${old})`);
  await enqueue(house.databaseUrl, "upkeep:clean", [{}]);
  await expect.poll(() => [...filesOf(ready), ...filesOf(begun)]).toEqual([]);
  expect([(await files.asks(alice, ready)).status, (await files.asks(alice, begun)).status]).toEqual([404, 404]);
  expect([await statuses([bob], sent), await statuses([alice], young)]).toEqual([[200], [200]]);

  const own = await carol.opens(alice);
  await house.sql("delete from attachments where uploader_id = $1 and state in ('uploading', 'ready')", carol.id);
  const begins = await Promise.all(
    Array.from({ length: attachmentLimits.unsent + 5 }, async () => {
      const { status } = await files.begins(carol, { name: "a.pdf", conversationId: own, length: 1 });
      return status;
    }),
  );
  expect(begins.filter((status) => status === 201)).toHaveLength(attachmentLimits.unsent);
  expect(begins.filter((status) => status === 409)).toHaveLength(5);
  await house.sql(
    "update attachments set length = $2::int, created_at = now() - interval '1 hour' where uploader_id = $1",
    carol.id,
    String(Math.ceil(attachmentLimits.bytesPerDay / attachmentLimits.unsent)),
  );
  await house.sql(
    "update attachments set state = 'sent', message_id = id, kind = 'file', content_type = 'x', byte_size = length, ready_at = now() where uploader_id = $1",
    carol.id,
  );
  expect((await files.begins(carol, { name: "a.pdf", conversationId: own, length: 1 })).body.code).toBe("conflict");
});

test("a cookie uploads from our own page only", async () => {
  const cookie = await signInByCookie(house.baseUrl, alice);
  const metadata = `filename ${btoa("a.pdf")},conversationId ${btoa(together)}`;
  const begin = async (origin: string) => {
    const headers = { cookie, origin, "tus-resumable": "1.0.0", "upload-length": "9", "upload-metadata": metadata };
    const { status, headers: given } = await fetch(`${house.baseUrl}/api/uploads`, { method: "POST", headers });
    return [status, given.get("access-control-allow-origin")];
  };
  expect(await begin("https://evil.example")).toEqual([403, null]);
  expect(await begin(house.baseUrl)).toEqual([201, null]);
  const { status, headers } = await fetch(`${house.baseUrl}/api/uploads`, { method: "OPTIONS" });
  expect([status, headers.get("tus-extension")]).toEqual([204, "creation,termination,expiration"]);
});
