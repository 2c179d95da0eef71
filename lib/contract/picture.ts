/** Whether these are the first bytes, of which `null` may be any. */
const startsWith = (bytes: Uint8Array, wanted: readonly (number | null)[]): boolean =>
  wanted.every((byte, at) => byte === null || bytes[at] === byte);

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** `RIFF`, a length, `WEBP`. */
const WEBP = [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50];

/**
 * Whether a file is of a kind that is taken, by what is in it and not by what it is called. Kinds that can carry scripts (SVG)
 * or whose decoders are young (HEIF, AVIF) are not.
 */
export const isPicture = (bytes: Uint8Array): boolean => [JPEG, PNG, WEBP].some((kind) => startsWith(bytes, kind));
