import { expect, test } from "vitest";
import type { Attachment } from "#lib/contract/messages.ts";
import { attachmentsFor, fitsKind, type UploadFact } from "./attached.policy.ts";

const attachment = (id: string, kind: Attachment["kind"] = "image"): Attachment => ({
  id,
  kind,
  name: id,
  contentType: "",
  byteSize: 1,
  width: null,
  height: null,
  durationMs: null,
  placeholder: null,
});
const upload = (over: Partial<UploadFact> = {}): UploadFact => ({
  uploaderId: "alice",
  conversationId: "mill road",
  messageId: null,
  isSent: false,
  attachment: attachment("one"),
  ...over,
});
const wish = (...attachmentIds: string[]) => ({
  userId: "alice",
  input: { conversationId: "mill road", messageId: "this", attachmentIds },
});

test.each<[string, Partial<UploadFact>, boolean]>([
  ["one's own", {}, true],
  ["somebody else's", { uploaderId: "bob" }, false],
  ["of another conversation", { conversationId: "castle street" }, false],
  ["that is not whole", { attachment: undefined }, false],
  ["that is sent", { isSent: true, messageId: "other" }, false],
  ["that is sent with this very message", { isSent: true, messageId: "this" }, false],
  ["that waits with another message", { messageId: "other" }, false],
  ["that waits with this one", { messageId: "this" }, true],
])("an upload %s", (_, over, isTaken) => {
  expect(attachmentsFor(wish("one"), new Map([["one", upload(over)]])) !== undefined).toBe(isTaken);
});

test("all or none, each once, in the order in which they are named", () => {
  const uploads = new Map([
    ["one", upload()],
    ["two", upload({ attachment: attachment("two") })],
  ]);
  expect(attachmentsFor(wish("two", "one"), uploads)?.map(({ id }) => id)).toEqual(["two", "one"]);
  expect(attachmentsFor(wish(), uploads)).toEqual([]);
  expect(attachmentsFor(wish("one", "one"), uploads)).toBeUndefined();
  expect(attachmentsFor(wish("one", "three"), uploads)).toBeUndefined();
});

test.each([
  ["image", ["image", "image"], true],
  ["image", ["image", "video"], false],
  ["video", ["video"], true],
  ["audio", ["file"], false],
  ["file", ["image", "file", "audio"], true],
  ["text", ["image", "file"], true],
  ["text", [], true],
] as const)("a message of kind %s with %j", (kind, kinds, fits) => {
  expect(
    fitsKind(
      kind,
      kinds.map((one) => attachment(one, one)),
    ),
  ).toBe(fits);
});
