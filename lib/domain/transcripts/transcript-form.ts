import canonicalize from "canonicalize";
import type { Transcript, TranscriptForm, TranscriptHead, TranscriptLink, TranscriptSeal } from "#lib/contract/transcript.ts";
import { transcriptHtml } from "./transcript-html.ts";

/** In its one form, whatever order its keys came in: what is read and written again is the same. */
const written = (value: unknown): string => canonicalize(value) ?? "";

/** A transcript as text, piece by piece: who has the pieces in their order has the file, to the byte. */
export type TranscriptWriter = {
  begin: (head: TranscriptHead) => string;
  message: (link: TranscriptLink, isFirst: boolean) => string;
  end: (seal: TranscriptSeal) => string;
};

const transcriptJson: TranscriptWriter = {
  begin: (head) => `{"head":${written(head)},\n"messages":[`,
  message: (link, isFirst) => `${isFirst ? "" : ","}\n${written(link)}`,
  end: (seal) => `\n],\n"seal":${written(seal)}}\n`,
};

export const transcriptWriters: Record<TranscriptForm, TranscriptWriter> = { html: transcriptHtml, json: transcriptJson };

/** The whole file. */
export const writeTranscript = (form: TranscriptForm, { head, messages, seal }: Transcript): string => {
  const writer = transcriptWriters[form];
  return [writer.begin(head), ...messages.map((link, index) => writer.message(link, index === 0)), writer.end(seal)].join("");
};
