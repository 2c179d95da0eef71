import sharp from "sharp";

type Kind = "jpeg" | "png" | "webp" | "avif" | "gif";
type Look = { width?: number; height?: number; colour?: string };

/** A picture of one colour, as a camera would have written it: it says where it was taken, and which way is up. */
export const picture = (kind: Kind, { width = 900, height = 600, colour = "#2f7d5b" }: Look = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Make: "A camera" }, IFD3: { GPSLatitude: "52/1 12/1 0/1", GPSLatitudeRef: "N" } })
    .toFormat(kind)
    .toBuffer();
