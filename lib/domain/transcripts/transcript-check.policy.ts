import type { TranscriptEntry, TranscriptForm, TranscriptHead, TranscriptSeal } from "#lib/contract/transcript.ts";
import { Transcript } from "#lib/contract/transcript.ts";
import { unescaped } from "../html.ts";
import { hashOfEntry, hashOfHead, sealedText } from "./transcript-chain.policy.ts";
import { writeTranscript } from "./transcript-form.ts";

/**
 * Why a transcript proves nothing. `form`: it is none. `place`: a message is missing, doubled or moved. `hash`: one was changed.
 * `seal`: the end was cut off, the head changed, or somebody else has signed it. `text`: what is shown is not what is proven.
 */
export type TranscriptFault = { reason: "form" | "place" | "hash" | "seal" | "text"; seq?: number };
export type TranscriptVerdict = { messages: number; fault: TranscriptFault | null };

type Signed = (publicKey: string, text: string, signature: string) => boolean;

const ARTICLE = /<article data-entry="([^"]*)" data-hash="([^"]*)">/g;

const dataIn = (text: string, name: string): unknown => {
  const [, found] = new RegExp(`data-${name}="([^"]*)"`).exec(text) ?? [];
  return found === undefined ? undefined : JSON.parse(unescaped(found));
};

const partsOfPage = (text: string) => ({
  head: dataIn(text, "head") as TranscriptHead,
  messages: [...text.matchAll(ARTICLE)].map(([, entry = "", hash = ""]) => ({
    entry: JSON.parse(unescaped(entry)) as TranscriptEntry,
    hash,
  })),
  seal: dataIn(text, "seal") as TranscriptSeal,
});

const read = (text: string): { form: TranscriptForm; transcript: Transcript } | undefined => {
  const form = text.startsWith("{") ? "json" : "html";
  try {
    const parsed = Transcript.safeParse(form === "json" ? JSON.parse(text) : partsOfPage(text));
    return parsed.success ? { form, transcript: parsed.data } : undefined;
  } catch {
    return undefined;
  }
};

const faultIn = ({ head, messages, seal }: Transcript, publicKey: string, isSigned: Signed): TranscriptFault | null => {
  let before = hashOfHead(head);
  for (const [index, { entry, hash }] of messages.entries()) {
    if (entry.seq !== head.fromSeq + index) return { reason: "place", seq: entry.seq };
    if (hash !== hashOfEntry(before, entry)) return { reason: "hash", seq: entry.seq };
    before = hash;
  }
  const isWhole = seal.messages === messages.length && seal.hash === before && head.fromSeq + messages.length === head.toSeq + 1;
  const isOurs = head.publicKey === publicKey && isSigned(publicKey, sealedText(seal), seal.signature);
  return isWhole && isOurs ? null : { reason: "seal" };
};

const NONE: TranscriptVerdict = { messages: 0, fault: { reason: "form" } };

/** Whether the file is, to the byte, what the house with this key has handed out. Whatever the file, there is a verdict. */
export const checkTranscript = (text: string, publicKey: string, isSigned: Signed): TranscriptVerdict => {
  const found = read(text);
  if (!found) return NONE;
  const { form, transcript } = found;
  try {
    const fault = faultIn(transcript, publicKey, isSigned);
    const isShown = fault !== null || writeTranscript(form, transcript) === text;
    return { messages: transcript.messages.length, fault: isShown ? fault : { reason: "text" } };
  } catch {
    // Half of a character has no form as JSON, so none of ours holds one.
    return NONE;
  }
};
