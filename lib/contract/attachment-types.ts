export type AttachmentKind = "image" | "video" | "audio" | "file";

type AttachmentType = {
  kind: AttachmentKind;
  /** What a file of it may be called, the usual ending first. */
  endings: readonly string[];
};

/** What may be sent: told by the bytes of a file, never by its name. Archives, programs, scripts and pages are not among them. */
export const attachmentTypes = {
  "image/jpeg": { kind: "image", endings: ["jpg", "jpeg"] },
  "image/png": { kind: "image", endings: ["png"] },
  "image/webp": { kind: "image", endings: ["webp"] },
  "image/gif": { kind: "image", endings: ["gif"] },
  "video/mp4": { kind: "video", endings: ["mp4", "m4v"] },
  "video/webm": { kind: "video", endings: ["webm"] },
  "video/quicktime": { kind: "video", endings: ["mov"] },
  "audio/mpeg": { kind: "audio", endings: ["mp3"] },
  "audio/mp4": { kind: "audio", endings: ["m4a"] },
  "audio/ogg": { kind: "audio", endings: ["ogg", "oga", "opus"] },
  "audio/wav": { kind: "audio", endings: ["wav"] },
  "audio/webm": { kind: "audio", endings: ["webm", "weba"] },
  "application/pdf": { kind: "file", endings: ["pdf"] },
  "text/plain": { kind: "file", endings: ["txt"] },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { kind: "file", endings: ["docx"] },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { kind: "file", endings: ["xlsx"] },
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": { kind: "file", endings: ["pptx"] },
  "application/vnd.oasis.opendocument.text": { kind: "file", endings: ["odt"] },
} as const satisfies Record<string, AttachmentType>;

export type AttachmentContentType = keyof typeof attachmentTypes;

/** Of what is sent and of what is kept. Pictures are kept as WebP, without anything that the camera wrote into them. */
export const attachmentLimits = {
  bytes: 25 * 1024 * 1024,
  /** Of one person: what is kept of a day, and what has been begun and is not sent. */
  bytesPerDay: 500 * 1024 * 1024,
  unsent: 30,
  nameCharacters: 120,
  /** Of what is uploaded. */
  pixels: 40_000_000,
  /** The longer side of what is kept. */
  side: 2_048,
  thumbnailSide: 640,
  placeholderSide: 16,
  /** Of what was recorded. */
  durationMs: 60 * 60_000,
  /** What is not sent by then is gone. */
  unsentMs: 24 * 60 * 60_000,
} as const;
