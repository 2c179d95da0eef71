"use client";

import { ImagePlus } from "lucide-react";
import { type ChangeEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "#components/ui/button.tsx";
import type { Home } from "#lib/client/use-own-listings.ts";
import { usePhotoUploads } from "#lib/client/use-photo-uploads.ts";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { HomeError } from "./home-error.tsx";
import { PhotoEditor } from "./photo-editor.tsx";
import { PhotoUploads } from "./photo-uploads.tsx";

const TYPES = "image/jpeg,image/png,image/webp";
const megabytes = String(homeLimits.photoBytes / 1024 / 1024);

/** `ids` with the one at `from` standing at `to`. */
const moved = (ids: string[], from: number, to: number): string[] => {
  const [id] = ids.splice(from, 1);
  return id === undefined ? ids : ids.toSpliced(to, 0, id);
};

type PhotosEditorProps = { home: OwnListing } & Pick<Home, "keep" | "orderPhotos" | "describePhoto" | "removePhoto">;

/** The photos of a home: added, put into order, described and deleted, all of it by keyboard too. */
export const PhotosEditor = ({ home, keep, orderPhotos, describePhoto, removePhoto }: PhotosEditorProps) => {
  const t = useTranslations("homes.photos");
  const inputId = useId();
  const { photos } = home;
  const [told, setTold] = useState("");
  const { uploads, add, drop } = usePhotoUploads(home.id, keep);

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    void add([...(target.files ?? [])]);
    // The same file may be chosen once more.
    target.value = "";
  };
  const move = (from: number, to: number) =>
    orderPhotos.mutate(
      moved(
        photos.map(({ id }) => id),
        from,
        to,
      ),
      { onSuccess: () => setTold(t("moved", { number: String(to + 1), total: String(photos.length) })) },
    );

  return (
    <div className="grid gap-4">
      <p className="text-text-2">{t("lead", { megabytes })}</p>
      {photos.length === 0 && uploads.length === 0 && <p className="text-[14px] text-text-2">{t("empty")}</p>}
      <ol aria-label={t("list")} className="grid gap-3 empty:hidden sm:grid-cols-2">
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <PhotoEditor
              photo={photo}
              at={at}
              total={photos.length}
              busy={orderPhotos.isPending || removePhoto.isPending}
              onMove={(to) => move(at, to)}
              onDescribe={(alt) => describePhoto.mutate({ id: photo.id, alt }, { onSuccess: () => setTold(t("saved")) })}
              onRemove={() => removePhoto.mutate(photo.id, { onSuccess: () => setTold(t("removed")) })}
            />
          </li>
        ))}
      </ol>
      <PhotoUploads uploads={uploads} megabytes={megabytes} onDrop={drop} />
      <HomeError error={orderPhotos.error ?? describePhoto.error ?? removePhoto.error} conflict="tooMany" />
      <div className="flex flex-wrap items-center gap-3">
        <input id={inputId} type="file" accept={TYPES} multiple onChange={choose} className="peer sr-only" />
        <label
          htmlFor={inputId}
          className={`${buttonClass({ variant: "secondary" })} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2`}
        >
          <ImagePlus aria-hidden="true" className="size-4.5" />
          {t("add")}
        </label>
        <span role="status" className="text-[14px] text-text-2">
          {told}
        </span>
      </div>
    </div>
  );
};
