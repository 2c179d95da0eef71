import sharp from "sharp";
import { expect, test } from "vitest";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import { createSharpPictures } from "./sharp-pictures.ts";

// Made before the readers are closed, as other programs make them.
const canvas = (width: number, height: number, background = "red") =>
  sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });
const [jpeg, png, avif, bomb] = await Promise.all([
  canvas(3_000, 2_000)
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Make: "A camera" }, IFD3: { GPSLatitude: "52/1 12/1 0/1" } })
    .jpeg()
    .toBuffer(),
  canvas(40, 20).png().toBuffer(),
  canvas(40, 20).avif().toBuffer(),
  canvas(8_000, 5_001).png({ compressionLevel: 9 }).toBuffer(),
]);
const frames = await Promise.all(["red", "green", "blue"].map((colour) => canvas(20, 10, colour).png().toBuffer()));
const animated = await sharp(frames, { join: { animated: true } })
  .gif()
  .toBuffer();

const pictures = createSharpPictures();

test("a picture is turned upright, made smaller, and has nothing of the camera in it", async () => {
  const { full, small, width, height, placeholder } = await pictures.attach(jpeg);
  expect([width, height]).toEqual([Math.round((attachmentLimits.side * 2) / 3), attachmentLimits.side]);
  for (const bytes of [full, small]) {
    const { format, exif, xmp, orientation } = await sharp(bytes).metadata();
    expect([format, exif, xmp, orientation]).toEqual(["webp", undefined, undefined, undefined]);
  }
  expect((await sharp(small).metadata()).height).toBe(attachmentLimits.thumbnailSide);
  expect(placeholder).toMatch(/^data:image\/webp;base64,/);
  expect(placeholder.length).toBeLessThan(500);
});

test.each([
  ["PHP", "<?php system($_GET[0]);"],
  ["an archive", "PK\u0003\u0004"],
  ["a page", "<script>alert(1)</script>"],
])("%s behind the end of a picture stays behind", async (_, tail) => {
  const { full, small } = await pictures.attach(Buffer.concat([png, Buffer.from(tail)]));
  for (const bytes of [full, small]) expect(Buffer.from(bytes).includes(tail)).toBe(false);
});

test("of what moves the first frame stays", async () => {
  const { full } = await pictures.attach(animated);
  const { pages = 1, width, height } = await sharp(full).metadata();
  expect([pages, width, height]).toEqual([1, 20, 10]);
  const { dominant } = await sharp(full).stats();
  expect(dominant.r).toBeGreaterThan(200);
});

test.each([
  ["half a picture", jpeg.subarray(0, jpeg.length / 2)],
  ["a bomb of pixels", bomb],
  ["AVIF", avif],
  ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ["a GIF that is a script", Buffer.from("GIF89a/*\u0000\u0000*/=alert(1)")],
  ["a PNG of its first bytes", png.subarray(0, 40)],
])("%s is refused", async (_, bytes) => {
  await expect(pictures.attach(bytes)).rejects.toMatchObject({ code: "validation_failed" });
});
