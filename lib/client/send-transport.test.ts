import { describe, expect, it } from "vitest";
import type { Answer, ErrorCode } from "#lib/contract/errors.ts";
import type { Message } from "#lib/contract/messages.ts";
import { ApiError } from "./api.ts";
import type { Change, OutboxEntry } from "./outbox-entry.ts";
import { sendChange } from "./send-change.ts";
import { createSend } from "./send-transport.ts";
import { conversationId, message, timeOf } from "./testing/conversations.ts";

const entry: OutboxEntry = {
  conversationId: conversationId(),
  messageId: "id-1",
  content: "hello",
  replyTo: null,
  files: [],
  writtenAt: timeOf(1),
  state: "pending",
  error: null,
  heldUntil: null,
  order: 1,
};
const receipt = {
  conversationId: entry.conversationId,
  messageId: entry.messageId,
  seq: 1,
  rev: 1,
  status: "sent" as const,
  createdAt: timeOf(2),
  duplicate: false,
};

const sendWith = (downForMs: number, post: () => Promise<typeof receipt> = async () => receipt) => {
  const ways: string[] = [];
  const send = createSend({
    request: async (event) => {
      ways.push(event);
      return { ok: false, error: { code: "unavailable", message: "", retryable: true } };
    },
    post: (async (name: string) => {
      ways.push(name);
      return post();
    }) as Parameters<typeof createSend>[0]["post"],
    downForMs: () => downForMs,
    namedIn: () => [],
    change: sendChange,
  });
  return { ways, answer: send(entry) };
};

describe("createSend", () => {
  it("takes the socket, also when it has just been lost", async () => {
    const { ways, answer } = sendWith(5_000);
    expect(await answer).toMatchObject({ ok: false, error: { code: "unavailable", retryable: true } });
    expect(ways).toEqual(["message:send"]);
  });

  it("goes over HTTP when there has been no socket for long", async () => {
    const { ways, answer } = sendWith(5_001);
    expect(await answer).toEqual({ ok: true, data: receipt });
    expect(ways).toEqual(["POST /api/conversations/{id}/messages"]);
  });

  it("names those whom its text names when it goes out", async () => {
    const drafts: unknown[] = [];
    const send = createSend({
      request: (async (_: string, draft: unknown) => {
        drafts.push(draft);
        return { ok: true, data: receipt };
      }) as never,
      post: async () => Promise.reject(new Error("no")),
      downForMs: () => 0,
      namedIn: (conversationId, text) => [conversationId, text],
      change: sendChange,
    });
    await send(entry);
    expect(drafts).toMatchObject([{ mentions: [entry.conversationId, entry.content] }]);
  });

  it("names its files, and what they are as long as that is certain", async () => {
    const drafts: object[] = [];
    const send = createSend({
      request: async (_, draft) => {
        drafts.push(draft);
        return { ok: false, error: { code: "unavailable", message: "", retryable: true } };
      },
      post: async () => Promise.reject(new Error("no")),
      downForMs: () => 0,
      namedIn: () => [],
      change: sendChange,
    });
    const file = (kind: "image" | "audio" | "video", name: string, durationMs: number | null = null) => {
      const bare = { key: name, attachmentId: name, byteSize: 1, width: null, height: null };
      return { ...bare, kind, name, durationMs };
    };
    const photo = file("image", "a.jpg");
    const each = [[photo, photo], [file("audio", "v.webm", 900)], [file("video", "v.webm")], [photo, file("video", "v.mp4")], []];
    for (const files of each) await send({ ...entry, files });
    expect(drafts).toMatchObject([
      { kind: "image", attachmentIds: ["a.jpg", "a.jpg"] },
      { kind: "audio", attachmentIds: ["v.webm"] },
      { kind: "file" },
      { kind: "file" },
      {},
    ]);
    expect(drafts.at(-1)).not.toHaveProperty("kind");
  });

  it("tells a refusal over HTTP as the socket would", async () => {
    const limited = sendWith(9_000, () => Promise.reject(new ApiError("rate_limited", { retryAfterMs: 700 })));
    expect(await limited.answer).toMatchObject({
      ok: false,
      error: { code: "rate_limited", retryable: true, retryAfterMs: 700 },
    });
    const blocked = sendWith(9_000, () => Promise.reject(new ApiError("blocked")));
    expect(await blocked.answer).toMatchObject({ ok: false, error: { code: "blocked", retryable: false } });
  });
});

describe("a change", () => {
  const change = (kind: Change["kind"], downForMs: number, answer: Answer<Message>) => {
    const asked: unknown[] = [];
    const send = createSend({
      request: (async (...given: unknown[]) => {
        asked.push(given);
        return answer;
      }) as never,
      post: (async (...given: unknown[]) => {
        asked.push(given);
        if (!answer.ok) throw new ApiError(answer.error.code, answer.error);
        return answer.data;
      }) as never,
      downForMs: () => downForMs,
      namedIn: () => [],
      change: sendChange,
    });
    return { asked, answer: send({ ...entry, content: "👍", change: { kind, of: "id-0" } }) };
  };
  const stored: Answer<Message> = { ok: true, data: message(1) };
  const refused = (code: ErrorCode, details?: unknown): Answer<Message> => ({
    ok: false,
    error: { code, message: "", retryable: false, details },
  });
  const place = { conversationId: entry.conversationId, messageId: "id-0" };

  it("goes the way of a message", async () => {
    const near = change("unreact", 0, stored);
    expect(await near.answer).toEqual(stored);
    expect(near.asked).toEqual([["message:react", { ...place, emoji: "👍", op: "remove" }]]);
    const far = change("edit", 9_000, stored);
    expect(await far.answer).toEqual(stored);
    const params = { id: entry.conversationId, messageId: "id-0" };
    const body = { content: "👍", mentions: [] };
    expect(far.asked).toEqual([["PATCH /api/conversations/{id}/messages/{messageId}", { params, body }]]);
  });

  it.each([0, 9_000])("is done where there is nothing left to change, and refused where it is", async (downForMs) => {
    for (const gone of [refused("not_found"), refused("conflict", { gone: true })])
      expect(await change("edit", downForMs, gone).answer).toEqual({ ok: true, data: null });
    expect(await change("edit", downForMs, refused("conflict")).answer).toMatchObject({ ok: false, error: { code: "conflict" } });
  });
});
