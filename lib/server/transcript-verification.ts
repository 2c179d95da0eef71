import {
  checkTranscript,
  type TranscriptFault,
  type TranscriptVerdict,
} from "#lib/domain/transcripts/transcript-check.policy.ts";
import { ed25519, isSignedBy } from "#lib/infra/ed25519.ts";
import type { Env } from "#lib/infra/env.ts";
import { existingSecret, transcriptKey } from "#lib/infra/secret.ts";

export type { TranscriptFault };

/** The public key that the UniNest of these settings signs transcripts with. @throws {Error} when it has no secret yet */
export const ownTranscriptKey = ({ AUTH_SECRET, DATA_DIR }: Env): string =>
  ed25519(transcriptKey(existingSecret(AUTH_SECRET, DATA_DIR))).publicKey;

/** Whether a file is, to the byte, what the house with this key has handed out. */
export const verifyTranscript = (text: string, publicKey: string): TranscriptVerdict =>
  checkTranscript(text, publicKey, isSignedBy);
