import { expect, test, vi } from "vitest";
import type { Db } from "#lib/db/client.ts";
import type { JobQueue } from "../ports.ts";
import { lookAtLinks } from "./link-preview.writer.ts";

const db = {} as Db;
const now = new Date();
const message = (content: string, notices: string[] = []) => ({ conversationId: "one", seq: 7, content, notices });

const enqueued = async (...messages: ReturnType<typeof message>[]) => {
  const addKeyed = vi.fn(async () => undefined);
  await lookAtLinks(db, { addKeyed } as unknown as JobQueue, messages, now);
  return addKeyed;
};

test("words without a link, and such with a warning, ask nothing of the database", async () => {
  const asked = await enqueued(message("hello"), message("https is no link"), message("https://rook.house", ["link.unknown"]));
  expect(asked).not.toHaveBeenCalled();
});

test("a link is looked at once for its message, in the lane of its host", async () => {
  const asked = await enqueued(message("hello"), message("https://rook.house/a and https://other.house"));
  const wanted = [
    { key: "preview one 7", lane: expect.stringMatching(/^preview [01]$/), payload: { conversationId: "one", seq: 7 } },
  ];
  expect(asked).toHaveBeenCalledExactlyOnceWith(db, "message:preview", wanted, now);
});
