import type { Transcript, TranscriptForm, TranscriptHead, TranscriptLink, TranscriptSeal } from "#lib/contract/transcript.ts";
import { transcriptHtml } from "./transcript-html.ts";

/** A transcript as text, piece by piece: who has the pieces in their order has the file, to the byte. */
export type TranscriptWriter = {
  begin: (head: TranscriptHead) => string;
  message: (link: TranscriptLink, isFirst: boolean) => string;
  end: (seal: TranscriptSeal) => string;
};

const transcriptJson: TranscriptWriter = {
  begin: (head) => `{"head":${JSON.stringify(head)},\n"messages":[`,
  message: (link, isFirst) => `${isFirst ? "" : ","}\n${JSON.stringify(link)}`,
  end: (seal) => `\n],\n"seal":${JSON.stringify(seal)}}\n`,
};

export const transcriptWriters: Record<TranscriptForm, TranscriptWriter> = { html: transcriptHtml, json: transcriptJson };

/** The whole file. */
export const writeTranscript = (form: TranscriptForm, { head, messages, seal }: Transcript): string => {
  const writer = transcriptWriters[form];
  return [writer.begin(head), ...messages.map((link, index) => writer.message(link, index === 0)), writer.end(seal)].join("");
};
