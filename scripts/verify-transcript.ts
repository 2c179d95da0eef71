import fs from "node:fs";
import { readEnv } from "#lib/infra/env.ts";
import { ownTranscriptKey, type TranscriptFault, verifyTranscript } from "#lib/server/transcript-verification.ts";

/**
 * `npm run transcript:verify -- file [address]`: is the transcript, to the byte, what was handed out? The key is that of the UniNest at
 * the address, or of these settings. 0: it is, 1: it is not, 2: nobody can tell.
 */

const words: Record<TranscriptFault["reason"], (seq: number) => string> = {
  form: () => "This is no transcript.",
  place: (seq) => `Before message ${seq} one is missing, or it stands in another's place.`,
  hash: (seq) => `Message ${seq} is not what was written.`,
  seal: () => "Its end was cut off, its head was changed, or it was not signed by this house.",
  text: () => "What it shows is not what it proves.",
};

const keyAt = async (address: string): Promise<string> => {
  const answer = await fetch(new URL("/api/transcripts/key", address));
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return (await answer.json()).publicKey;
};

const verify = async ([file, address]: string[]): Promise<void> => {
  if (file === undefined) throw new Error("Which file? npm run transcript:verify -- file [address]");
  const publicKey = address === undefined ? ownTranscriptKey(readEnv()) : await keyAt(address);
  const { messages, fault } = verifyTranscript(fs.readFileSync(file, "utf8"), publicKey);
  console.log(fault ? words[fault.reason](fault.seq ?? 0) : `${messages} messages, as they were handed out.`);
  process.exitCode = fault ? 1 : 0;
};

await verify(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
