"use client";

import clsx from "clsx";
import { ImageOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { usePage } from "#lib/client/realtime-context.ts";
import type { ShownFile } from "#lib/client/use-shown-files.ts";

/** Who looks at nothing larger never loads it. */
const PictureViewer = lazy(() => import("./picture-viewer.tsx").then((module) => ({ default: module.PictureViewer })));

const SHOWN = 4;
/** Beyond these a picture is cut: a strip would be unreadable, and a tower would fill the window. */
const NARROWEST = 0.7;
const WIDEST = 1.9;

const ratioOf = ({ width, height }: ShownFile): number =>
  width && height ? Math.min(WIDEST, Math.max(NARROWEST, width / height)) : 4 / 3;

type PictureProps = { picture: ShownFile; alt: string; more: number; className: string; onOpen: () => void };

/** One of them. Its place is there from the start, with what the picture looks like from afar. */
const Picture = ({ picture: { placeholder, thumbnail }, alt, more, className, onOpen }: PictureProps) => {
  const t = useTranslations("files");
  const isOnline = usePage(({ connection }) => connection === "online");
  const [isMissing, setMissing] = useState(false);
  return (
    <button
      type="button"
      aria-label={t("open", { picture: alt })}
      onClick={onOpen}
      className={clsx("relative block cursor-zoom-in overflow-hidden bg-cover bg-surface-2 bg-center", className)}
      style={placeholder ? { backgroundImage: `url("${placeholder}")` } : undefined}
    >
      {thumbnail && (
        // biome-ignore lint/performance/noImgElement: the server has made it as small as it stands here
        <img
          // A new line is a new chance.
          key={String(isOnline)}
          src={thumbnail}
          alt={alt}
          decoding="async"
          onLoad={() => setMissing(false)}
          onError={() => setMissing(true)}
          className={clsx("absolute inset-0 size-full object-cover", isMissing && "invisible")}
        />
      )}
      {(isMissing || !thumbnail) && (
        <span className="absolute inset-0 grid content-center justify-items-center gap-1.5 bg-surface-2/80 p-3 text-center text-[12.5px] text-text-2">
          <ImageOff aria-hidden="true" className="size-5" />
          {t("missing")}
        </span>
      )}
      {more > 0 && (
        <span aria-hidden="true" className="absolute inset-0 grid place-items-center bg-scrim font-semibold text-2xl text-white">
          {t("more", { count: more })}
        </span>
      )}
    </button>
  );
};

/** The pictures of a message: one as it is, two beside each other, three, and four with a count of the others. */
export const PictureGrid = ({ pictures, by }: { pictures: readonly ShownFile[]; by: string }) => {
  const t = useTranslations("files");
  const [openAt, setOpenAt] = useState<number | null>(null);
  const total = pictures.length;
  const altOf = ({ name: file }: ShownFile, at: number): string =>
    total === 1
      ? t("onePicture", { name: by, file })
      : t("picture", { name: by, file, number: String(at + 1), total: String(total) });
  const [first] = pictures;
  const isOne = total === 1 && first !== undefined;
  const ratio = isOne ? ratioOf(first) : total === 2 ? 2 : 1.25;
  return (
    <>
      <div
        className={clsx(
          "grid gap-1 overflow-hidden rounded-xl",
          // What is higher than wide need not be as wide.
          ratio < 1 ? "w-[min(240px,56vw)]" : "w-[min(320px,64vw)]",
          !isOne && "grid-cols-2",
        )}
        style={{ aspectRatio: ratio }}
      >
        {pictures.slice(0, SHOWN).map((picture, at) => (
          <Picture
            key={picture.key}
            picture={picture}
            alt={altOf(picture, at)}
            more={at === SHOWN - 1 ? total - SHOWN : 0}
            onOpen={() => setOpenAt(at)}
            className={total === 3 && at === 0 ? "row-span-2" : ""}
          />
        ))}
      </div>
      {openAt !== null && (
        <Suspense fallback={null}>
          <PictureViewer pictures={pictures} altOf={altOf} openAt={openAt} onClose={() => setOpenAt(null)} />
        </Suspense>
      )}
    </>
  );
};
