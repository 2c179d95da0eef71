import { expect, test } from "vitest";
import { isPicture } from "./picture.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
  ["JPEG", "\xff\xd8\xff\xe0 and so on"],
  ["PNG", "\x89PNG\r\n\x1a\n and so on"],
  ["WebP", "RIFF\x10\x00\x00\x00WEBPVP8 "],
])("%s is taken", (_, text) => {
  expect(isPicture(bytes(text))).toBe(true);
});

test.each([
  ["nothing", ""],
  ["text", "a picture, honestly"],
  ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ["HEIF", "\x00\x00\x00\x18ftypheic"],
  ["AVIF", "\x00\x00\x00\x18ftypavif"],
  ["GIF", "GIF89a"],
  ["PDF", "%PDF-1.7"],
  ["a sound in the same box as WebP", "RIFF\x10\x00\x00\x00WAVEfmt "],
  ["half a PNG", "\x89PNG"],
])("%s is not", (_, text) => {
  expect(isPicture(bytes(text))).toBe(false);
});
