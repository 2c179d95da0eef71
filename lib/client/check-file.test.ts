import { expect, test } from "vitest";
import { attachmentLimits, attachmentTypes } from "#lib/contract/attachment-types.ts";
import { acceptedFiles } from "./accepted-files.ts";
import { judgeFile } from "./check-file.ts";

const file = (name: string, type = "", size = 1_000) => ({ name, type, size });

test.each([
  ["a photo", file("IMG_1.JPG", "image/jpeg"), { kind: "image" }],
  ["a film by its ending alone", file("kitchen.mov"), { kind: "video" }],
  ["a recording of a page", file("Voice message.webm", "audio/webm;codecs=opus"), { kind: "audio" }],
  ["a contract", file("contract.pdf", "application/pdf"), { kind: "file" }],
  ["a photo of a new kind", file("IMG_2.heic", "image/heic"), { refused: "type" }],
  ["a program", file("setup.exe", "application/x-msdownload"), { refused: "type" }],
  ["an archive", file("all.zip", "application/zip"), { refused: "type" }],
  ["something without an ending", file("README"), { refused: "type" }],
  ["nothing", file("empty.txt", "text/plain", 0), { refused: "empty" }],
  ["as much as may be", file("a.pdf", "application/pdf", attachmentLimits.bytes), { kind: "file" }],
  ["a byte more", file("a.pdf", "application/pdf", attachmentLimits.bytes + 1), { refused: "tooLarge" }],
])("%s", (_, given, verdict) => {
  expect(judgeFile(given)).toEqual(verdict);
});

test("whatever the server takes is not refused here", () => {
  for (const [type, { kind, endings }] of Object.entries(attachmentTypes))
    for (const ending of endings) expect(judgeFile(file(`a.${ending}`, type))).toEqual({ kind });
});

test("a file dialog offers each kind of file that can be sent", () => {
  const offers = acceptedFiles.split(",");
  for (const [type, { endings }] of Object.entries(attachmentTypes)) {
    const ways = [type, type.replace(/\/.*/, "/*"), ...endings.map((ending) => `.${ending}`)];
    expect([type, offers.some((offer) => ways.includes(offer))]).toEqual([type, true]);
  }
});
