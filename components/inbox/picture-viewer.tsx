"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ShownFile } from "#lib/client/use-shown-files.ts";

type ViewerProps = {
  pictures: readonly ShownFile[];
  altOf: (picture: ShownFile, at: number) => string;
  openAt: number;
  onClose: () => void;
};

/** A finger that has moved so far sideways wants the next one. */
const SWIPE = 48;
const onDark = "text-white hover:bg-white/15 hover:text-white";
const icon = "size-6";

/** What goes from one picture to the next: arrows on the screen, on the keyboard, and a finger. */
const useTurning = (total: number, openAt: number) => {
  const [at, setAt] = useState(openAt);
  const from = useRef<number | null>(null);
  const turn = (by: number): void => setAt((now) => Math.min(total - 1, Math.max(0, now + by)));
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === "ArrowRight") turn(1);
    if (key === "ArrowLeft") turn(-1);
    if (key === "Home") setAt(0);
    if (key === "End") setAt(total - 1);
  };
  return {
    at,
    turn,
    onKeyDown,
    swipe: {
      onPointerDown: ({ clientX }: PointerEvent): void => {
        from.current = clientX;
      },
      onPointerUp: ({ clientX }: PointerEvent): void => {
        const moved = clientX - (from.current ?? clientX);
        from.current = null;
        if (Math.abs(moved) > SWIPE) turn(moved < 0 ? 1 : -1);
      },
    },
  };
};

/** The pictures of a message, one at a time and as large as the window. */
export const PictureViewer = ({ pictures, altOf, openAt, onClose }: ViewerProps) => {
  const t = useTranslations("files");
  const common = useTranslations("common");
  const total = pictures.length;
  const { at, turn, onKeyDown, swipe } = useTurning(total, openAt);
  const picture = pictures[at];
  if (!picture) return null;
  const { source, thumbnail, name } = picture;
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-stage" />
        <Base.Popup
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-50 grid grid-rows-[auto_minmax(0,1fr)] text-white outline-none"
        >
          <div className="flex items-center gap-2 p-2">
            <Base.Title className="sr-only">{t("viewer")}</Base.Title>
            <p role="status" className="tabular min-w-0 flex-1 truncate px-2 text-[14px]">
              {total > 1 && `${t("place", { number: at + 1, total })} · `}
              <span dir="auto">{name}</span>
            </p>
            {source && (
              <a
                href={source}
                download={name}
                aria-label={t("download", { name })}
                className={`touch-target inline-grid size-11 place-items-center rounded-card ${onDark}`}
              >
                <Download aria-hidden="true" className={icon} />
              </a>
            )}
            <Base.Close
              render={
                <IconButton
                  label={common("close")}
                  icon={<X aria-hidden="true" className={icon} />}
                  className={`size-11 ${onDark}`}
                />
              }
            />
          </div>
          <div className="relative min-h-0 touch-pan-y select-none" {...swipe}>
            {/* biome-ignore lint/performance/noImgElement: it is to be seen as large as it is */}
            <img
              key={picture.key}
              src={source ?? thumbnail ?? ""}
              alt={altOf(picture, at)}
              draggable={false}
              style={thumbnail ? { backgroundImage: `url("${thumbnail}")` } : undefined}
              className="absolute top-0 left-2 h-[calc(100%-1rem)] w-[calc(100%-1rem)] bg-center bg-contain bg-no-repeat object-contain md:left-16 md:w-[calc(100%-8rem)]"
            />
            {at > 0 && (
              <IconButton
                label={t("previous")}
                icon={<ChevronLeft aria-hidden="true" className={icon} />}
                onClick={() => turn(-1)}
                className={`absolute top-1/2 left-2 size-11 -translate-y-1/2 bg-stage ${onDark}`}
              />
            )}
            {at < total - 1 && (
              <IconButton
                label={t("next")}
                icon={<ChevronRight aria-hidden="true" className={icon} />}
                onClick={() => turn(1)}
                className={`absolute top-1/2 right-2 size-11 -translate-y-1/2 bg-stage ${onDark}`}
              />
            )}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
};
