import { expect, test } from "vitest";
import { fileWords, type NamedFile } from "./file-words.ts";

const file = (kind: NamedFile["kind"], durationMs: number | null = null): NamedFile => ({ kind, name: "a", durationMs });

test.each([
  ["a photo", [file("image")], "image"],
  ["photos", [file("image"), file("image")], "image"],
  ["a voice", [file("audio", 900)], "voice"],
  ["a song", [file("audio")], "audio"],
  ["a voice and a song", [file("audio", 900), file("audio")], "mixed"],
  ["a photo and a contract", [file("image"), file("file")], "mixed"],
])("%s", (_, files, key) => {
  expect(fileWords(files)).toBe(key);
});
