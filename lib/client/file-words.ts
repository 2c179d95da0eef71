import type { Attachment } from "#lib/contract/messages.ts";

export type NamedFile = Pick<Attachment, "kind" | "name" | "durationMs">;

/** What was recorded in the page is somebody's voice. */
const sortOf = ({ kind, durationMs }: NamedFile) => (kind === "audio" && durationMs !== null ? "voice" : kind);

/** The key in the catalogue's `files.words` that says what these are. */
export const fileWords = (files: readonly NamedFile[]) => {
  const [sort = "mixed", ...others] = new Set(files.map(sortOf));
  return others.length > 0 ? "mixed" : sort;
};
