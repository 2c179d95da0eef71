import clsx from "clsx";
import { ImageOff } from "lucide-react";
import { homeLimits } from "#lib/contract/housing-limits.ts";

type PhotoProps = {
  url: string | null;
  /** Empty where the picture repeats what stands beside it. */
  alt: string;
  /** Shown when there is none. */
  missing: string;
  eager?: boolean;
  className?: string;
};

/** What landlords have uploaded is there in two sizes; a phone and a list take the small one. */
const sizesOf = (url: string) => {
  if (!url.startsWith("/photos/")) return {};
  const { smallPhotoSide, photoSide } = homeLimits;
  const srcSet = `${url.replace(".webp", "-small.webp")} ${smallPhotoSide}w, ${url} ${photoSide}w`;
  return { srcSet, sizes: "(min-width: 768px) 800px, 90vw" };
};

/** A picture of a home, or a quiet field where there is none. */
export const Photo = ({ url, alt, missing, eager = false, className }: PhotoProps) =>
  url ? (
    // biome-ignore lint/performance/noImgElement: the pictures are small files that nothing needs to resize
    <img
      src={url}
      {...sizesOf(url)}
      alt={alt}
      width={720}
      height={480}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      className={clsx("size-full bg-surface-2 object-cover", className)}
    />
  ) : (
    <span className={clsx("grid size-full place-content-center justify-items-center gap-1 bg-surface-2 text-text-3", className)}>
      <ImageOff aria-hidden="true" className="size-6" />
      <span className="text-[13px]">{missing}</span>
    </span>
  );
