import clsx from "clsx";
import { ImageOff } from "lucide-react";

type PhotoProps = {
  url: string | null;
  /** Empty where the picture repeats what stands beside it. */
  alt: string;
  /** Shown when there is none. */
  missing: string;
  eager?: boolean;
  className?: string;
};

/** A picture of a home, or a quiet field where there is none. */
export const Photo = ({ url, alt, missing, eager = false, className }: PhotoProps) =>
  url ? (
    // biome-ignore lint/performance/noImgElement: the pictures are small files that nothing needs to resize
    <img
      src={url}
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
