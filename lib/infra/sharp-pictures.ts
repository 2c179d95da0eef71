import sharp from "sharp";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import { fail } from "#lib/domain/fail.ts";
import type { KeptPicture, Pictures } from "#lib/domain/ports.ts";

/** libvips reads many kinds of files, and each reader is a way in: all but these are closed, whatever a file claims to be. */
const closeOtherReaders = (): void => {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
};

const QUALITY = 80;
/** Pixels: as wide as a preview is shown, on a screen of two pixels to a point. */
const PREVIEW_SIDE = 640;

/** Pictures as WebP, turned upright, and without what the camera wrote into them: where, when, with what. */
export const createSharpPictures = (): Pictures => {
  closeOtherReaders();
  sharp.concurrency(1);
  sharp.cache(false);
  /** One after the other: a photo takes all the memory that its pixels need, and messages must not wait for it. */
  let last: Promise<unknown> = Promise.resolve();

  const shrink = (bytes: Uint8Array, side: number): Promise<Uint8Array> =>
    sharp(bytes, { limitInputPixels: homeLimits.photoPixels, failOn: "error" })
      .rotate()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer();

  const orRefuse = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (cause) {
      const message = `must be a whole picture of at most ${homeLimits.photoPixels / 1_000_000} million pixels`;
      throw fail("validation_failed", { details: [{ path: [], message }], cause });
    }
  };

  const convert = (bytes: Uint8Array): Promise<KeptPicture> =>
    orRefuse(async () => {
      const full = await shrink(bytes, homeLimits.photoSide);
      return { full, small: await shrink(full, homeLimits.smallPhotoSide) };
    });

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  return {
    convert: (bytes) => inTurn(() => convert(bytes)),
    shrink: (bytes) => inTurn(() => orRefuse(() => shrink(bytes, PREVIEW_SIDE))),
  };
};
