import { fileTypeFromBuffer } from "file-type";
import { type AttachmentContentType, type AttachmentKind, attachmentTypes } from "#lib/contract/attachment-types.ts";
import { type Failure, fail } from "../fail.ts";
import { fileNameFor } from "./file-name.policy.ts";

/** What a file was found to be. */
export type JudgedFile = { contentType: AttachmentContentType; kind: AttachmentKind; name: string };

/** What else files call these. */
const ALSO: Record<string, AttachmentContentType> = {
  "image/apng": "image/png",
  "video/x-m4v": "video/mp4",
  "audio/x-m4a": "audio/mp4",
  "audio/vnd.wave": "audio/wav",
  "audio/wave": "audio/wav",
  "audio/x-wav": "audio/wav",
  "audio/opus": "audio/ogg",
  "audio/ogg; codecs=opus": "audio/ogg",
};
/** A text is what says that it is one: bytes alone do not tell it from a program. */
const TEXT_NAME = /\.txt$/i;
/** The beginnings of what somebody might run or open as a page, whatever it is called. */
const RUNS = /^\ufeff?\s*(#!|<(!doctype|html|head|body|script|svg|\?|%|iframe|math)|@echo|%!)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** An office document with programs in it has them under this name, which no packing hides. */
const MACROS = "vbaProject";

const refused = (message: string): Failure => fail("content_rejected", { message, details: { reason: "type" } });
const KINDS = "Files of this kind cannot be sent. Pictures, videos, sound, PDF, text and office documents can.";

const isTaken = (type: string): type is AttachmentContentType => Object.hasOwn(attachmentTypes, type);

const isText = (bytes: Uint8Array): boolean => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !NO_TEXT.test(text) && !RUNS.test(text);
  } catch {
    return false;
  }
};

const has = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(text);

/** The tracks of an MP4 name their kind behind `hdlr`, a version and four bytes of nothing. */
const tracksOf = (bytes: Uint8Array): Set<string> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const kinds = new Set<string>();
  for (let at = file.indexOf("hdlr"); at >= 0; at = file.indexOf("hdlr", at + 4)) {
    kinds.add(file.toString("latin1", at + 12, at + 16));
  }
  return kinds;
};

/** What a WebM may hold, by names too long to come about by chance among what was recorded. */
const SEEN_CODECS = ["V_VP8", "V_VP9", "V_AV1", "V_MPEG4"];
const HEARD_CODECS = ["A_OPUS", "A_VORBIS", "A_PCM/"];
const hasAny = (bytes: Uint8Array, texts: readonly string[]): boolean => texts.some((text) => has(bytes, text));

/** What a browser records comes in the same box, with pictures or without. */
const withoutPictures = (type: AttachmentContentType, bytes: Uint8Array): AttachmentContentType => {
  if (type === "video/webm") return !hasAny(bytes, SEEN_CODECS) && hasAny(bytes, HEARD_CODECS) ? "audio/webm" : type;
  if (type !== "video/mp4") return type;
  const tracks = tracksOf(bytes);
  return tracks.has("soun") && !tracks.has("vide") ? "audio/mp4" : type;
};

/** The first bytes of a frame are like those of much else, a text in UTF-16 among it: only of the third layer are they taken for one. */
const isMp3 = (bytes: Uint8Array): boolean => has(bytes.subarray(0, 3), "ID3") || ((bytes[1] ?? 0) & 0b110) === 0b010;

const typeOf = async (bytes: Uint8Array, name: string): Promise<AttachmentContentType | undefined> => {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) return TEXT_NAME.test(name) && isText(bytes) ? "text/plain" : undefined;
  const mime: string = found.mime;
  const type = ALSO[mime] ?? mime;
  if (!isTaken(type) || (type === "audio/mpeg" && !isMp3(bytes))) return undefined;
  return withoutPictures(type, bytes);
};

/** What a file is by its bytes, and what it is to be called. @throws {Failure} content_rejected for what is not taken */
export const judgeFile = async (bytes: Uint8Array, name: string): Promise<JudgedFile> => {
  const contentType = await typeOf(bytes, name);
  if (contentType === undefined) throw refused(KINDS);
  if (contentType.includes("officedocument") && has(bytes, MACROS))
    throw refused("Documents with programs in them cannot be sent.");
  return { contentType, kind: attachmentTypes[contentType].kind, name: fileNameFor(name, contentType) };
};
