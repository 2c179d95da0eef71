import fc from "fast-check";
import { expect, test } from "vitest";
import type { Transcript, TranscriptEntry, TranscriptForm, TranscriptHead } from "#lib/contract/transcript.ts";
import { ed25519, isSignedBy } from "#lib/infra/ed25519.ts";
import { hashOfEntry, hashOfHead, sealedText } from "./transcript-chain.policy.ts";
import { checkTranscript } from "./transcript-check.policy.ts";
import { writeTranscript } from "./transcript-form.ts";

const keys = ed25519(Buffer.alloc(32, 7).toString("base64url"));
const others = ed25519(Buffer.alloc(32, 8).toString("base64url"));
const id = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [ALICE, BOB] = [id(1), id(2)];

const entry = (seq: number, content: string): TranscriptEntry => ({
  seq,
  messageId: id(100 + seq),
  senderId: seq % 2 === 0 ? ALICE : BOB,
  senderName: seq % 2 === 0 ? "alice" : 'bob "the <b>builder</b>"',
  kind: "text",
  content,
  attachments: [],
  createdAt: "2026-11-28T09:00:00.000Z",
  editedAt: null,
  deletedAt: null,
});

const head: TranscriptHead = {
  format: "uninest-transcript-1",
  conversationId: id(3),
  kind: "direct",
  title: null,
  listing: { id: id(4), title: "House & garden" },
  people: [
    { id: ALICE, name: "alice" },
    { id: BOB, name: "bob" },
  ],
  fromSeq: 3,
  toSeq: 3,
  savedBy: { id: ALICE, name: "alice" },
  savedAt: "2026-11-28T10:00:00.000Z",
  publicKey: keys.publicKey,
};

const transcriptOf = (contents: string[], { signer = keys, own = head } = {}): Transcript => {
  const whole = { ...own, toSeq: own.fromSeq + contents.length - 1 };
  let hash = hashOfHead(whole);
  const messages = contents.map((content, index) => {
    const one = entry(whole.fromSeq + index, content);
    hash = hashOfEntry(hash, one);
    return { entry: one, hash };
  });
  const seal = { messages: messages.length, hash };
  return { head: whole, messages, seal: { ...seal, signature: signer.sign(sealedText(seal)) } };
};

const check = (text: string) => checkTranscript(text, keys.publicKey, isSignedBy);
const forms: TranscriptForm[] = ["html", "json"];
/** As the database gives it: with its keys in another order. */
const LINE: TranscriptEntry["system"] = { title: "Us", type: "group", event: "created", people: [], by: "server" };
const THREE = ["Is the room < 500 & free?", "Yes: \"come\" 'at' seven 🏠", "</article><script>alert(1)</script>"];

test.each(forms)("what was handed out as %s is found whole, whatever was said", (form) => {
  expect(check(writeTranscript(form, transcriptOf(THREE)))).toEqual({ messages: 3, fault: null });
  expect(check(writeTranscript(form, transcriptOf([])))).toEqual({ messages: 0, fault: null });
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 5 }), (contents) => {
      expect(check(writeTranscript(form, transcriptOf(contents)))).toEqual({ messages: contents.length, fault: null });
    }),
  );
});

test.each(forms)("a line of the server is one of them, as %s", (form) => {
  const line = { ...entry(3, ""), system: LINE };
  const own = { ...head, toSeq: 3 };
  const hash = hashOfEntry(hashOfHead(own), line);
  const seal = { messages: 1, hash };
  const transcript = { head: own, messages: [{ entry: line, hash }], seal: { ...seal, signature: keys.sign(sealedText(seal)) } };
  expect(check(writeTranscript(form, transcript))).toEqual({ messages: 1, fault: null });
});

test.each(forms)("no character of %s can be changed, put in or taken out unseen", (form) => {
  const text = writeTranscript(form, transcriptOf(THREE));
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom("change", "insert", "remove"), (place, how) => {
      const kept = how === "insert" ? text.slice(place) : text.slice(place + 1);
      const changed = text.slice(0, place) + (how === "remove" ? "" : text[place] === "x" ? "y" : "x") + kept;
      fc.pre(changed !== text);
      expect(check(changed).fault).not.toBeNull();
    }),
    { numRuns: 400 },
  );
});

test.each(forms)("as %s: left out, moved, cut off, put under another head, or signed by another, each is named", (form) => {
  const whole = transcriptOf(THREE);
  const [first, second, third] = whole.messages as [Link, Link, Link];
  const faultOf = (changed: Partial<Transcript>) => check(writeTranscript(form, { ...whole, ...changed })).fault;
  expect(faultOf({ messages: [first, third] })).toEqual({ reason: "place", seq: 5 });
  expect(faultOf({ messages: [second, first, third] })).toEqual({ reason: "place", seq: 4 });
  expect(faultOf({ messages: [first, { ...second, entry: { ...second.entry, content: "No." } }, third] })).toEqual({
    reason: "hash",
    seq: 4,
  });
  expect(faultOf({ messages: [first, second] })).toEqual({ reason: "seal" });
  expect(faultOf({ head: { ...whole.head, savedAt: "2025-11-28T10:00:00.000Z" } })).toEqual({ reason: "hash", seq: 3 });
  const forged = transcriptOf(["I never paid."], { signer: others, own: { ...head, publicKey: others.publicKey } });
  expect(check(writeTranscript(form, forged)).fault).toEqual({ reason: "seal" });
  expect(check(writeTranscript(form, transcriptOf(THREE, { signer: others }))).fault).toEqual({ reason: "seal" });
});
type Link = Transcript["messages"][number];

test("what a page shows is what it proves", () => {
  const text = writeTranscript("html", transcriptOf(THREE));
  expect(check(text.replace("come&#34; &#39;at&#39; seven 🏠</p>", "never 🏠</p>")).fault).toEqual({ reason: "text" });
  expect(text).not.toContain("<script>alert");
});

test("half of a character is none of ours", () => {
  const text = writeTranscript("json", transcriptOf(THREE));
  expect(check(text.replace("\ud83c", "")).fault).toEqual({ reason: "form" });
});

test.each(["", "{", "hello", '{"head":{}}', "<html>"])("%j is no transcript", (text) => {
  expect(check(text)).toEqual({ messages: 0, fault: { reason: "form" } });
});
