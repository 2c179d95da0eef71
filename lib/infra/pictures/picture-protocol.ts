import type { ErrorCode } from "#lib/contract/errors.ts";
import type { Pictures } from "#lib/domain/ports.ts";

/** What the process that decodes is asked, and what it answers; a failure goes over as data. */
export type PictureTask = { id: number; name: keyof Pictures; bytes: Uint8Array };
export type PictureAnswer = { id: number } & (
  | { ok: true; kept: unknown }
  | { ok: false; failure: { code: ErrorCode; details: unknown } | null; message: string }
);
