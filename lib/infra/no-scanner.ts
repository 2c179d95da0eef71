import type { FileScanner } from "#lib/domain/ports.ts";

/** Where nobody looks for what does harm. */
export const noScanner: FileScanner = { isClean: () => Promise.resolve(true) };
