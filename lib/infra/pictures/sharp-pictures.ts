import sharp from "sharp";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import { fail } from "#lib/domain/fail.ts";
import type { AttachedPicture, KeptPicture, Pictures } from "#lib/domain/ports.ts";

/** libvips reads many kinds of files, and each reader is a way in: all but these are closed, whatever a file claims to be. */
const closeOtherReaders = (): void => {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif"],
  });
};

const QUALITY = 80;
/** What stands in the place of a picture is seen for a moment, and blurred. */
const PLACEHOLDER_QUALITY = 40;

type Form = { side: number; pixels: number; quality?: number };

const shrink = (bytes: Uint8Array, { side, pixels, quality = QUALITY }: Form) =>
  sharp(bytes, { limitInputPixels: pixels, failOn: "error" })
    .rotate()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });

const orRefused = async <Kept>(work: Promise<Kept>, pixels: number): Promise<Kept> => {
  try {
    return await work;
  } catch (cause) {
    const message = `must be a whole picture of at most ${pixels / 1_000_000} million pixels`;
    throw fail("validation_failed", { details: [{ path: [], message }], cause });
  }
};

const convert = async (bytes: Uint8Array): Promise<KeptPicture> => {
  const pixels = homeLimits.photoPixels;
  const { data: full } = await shrink(bytes, { side: homeLimits.photoSide, pixels });
  const { data: small } = await shrink(full, { side: homeLimits.smallPhotoSide, pixels });
  return { full, small };
};

const attach = async (bytes: Uint8Array): Promise<AttachedPicture> => {
  const { pixels, side, thumbnailSide, placeholderSide } = attachmentLimits;
  const { data: full, info } = await shrink(bytes, { side, pixels });
  const { data: small } = await shrink(full, { side: thumbnailSide, pixels });
  const { data: tiny } = await shrink(small, { side: placeholderSide, pixels, quality: PLACEHOLDER_QUALITY });
  const placeholder = `data:image/webp;base64,${tiny.toString("base64")}`;
  return { full, small, width: info.width, height: info.height, placeholder };
};

/** Pixels: as wide as a preview is shown, on a screen of two pixels to a point. */
const PREVIEW_SIDE = 640;

const preview = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await shrink(bytes, { side: PREVIEW_SIDE, pixels: homeLimits.photoPixels })).data;

/** Pixels: as large as a group's picture is shown, on a screen of three pixels to a point. */
const SQUARE_SIDE = 288;

const square = (bytes: Uint8Array): Promise<Uint8Array> =>
  sharp(bytes, { limitInputPixels: homeLimits.photoPixels, failOn: "error" })
    .rotate()
    .resize({ width: SQUARE_SIDE, height: SQUARE_SIDE, fit: "cover" })
    .webp({ quality: QUALITY })
    .toBuffer();

/** Pictures as WebP, turned upright, and without what the camera wrote into them: where, when, with what. */
export const createSharpPictures = (): Pictures => {
  closeOtherReaders();
  sharp.concurrency(1);
  sharp.cache(false);
  /** One after the other: a photo takes all the memory that its pixels need, and messages must not wait for it. */
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <Kept>(work: () => Promise<Kept>): Promise<Kept> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  return {
    convert: (bytes) => inTurn(() => orRefused(convert(bytes), homeLimits.photoPixels)),
    attach: (bytes) => inTurn(() => orRefused(attach(bytes), attachmentLimits.pixels)),
    shrink: (bytes) => inTurn(() => orRefused(preview(bytes), homeLimits.photoPixels)),
    square: (bytes) => inTurn(() => orRefused(square(bytes), homeLimits.photoPixels)),
  };
};
