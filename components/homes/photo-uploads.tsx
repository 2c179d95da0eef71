"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { PhotoUpload } from "#lib/client/use-photo-uploads.ts";
import { homeLimits } from "#lib/contract/housing-limits.ts";

type Reason = "too_large" | "validation_failed" | "conflict" | "other";

const reasonOf = (error: PhotoUpload["error"]): Reason =>
  error === "too_large" || error === "validation_failed" || error === "conflict" ? error : "other";

type UploadProps = { upload: PhotoUpload; megabytes: string; onDrop: () => void };

const Refused = ({ upload: { name, error }, megabytes, onDrop }: UploadProps) => {
  const t = useTranslations("homes.photos");
  const values = { name, megabytes, most: String(homeLimits.photosOfListing) };
  return (
    <Notice tone="danger">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 break-words">{t(`refused.${reasonOf(error)}`, values)}</span>
        <IconButton label={t("dismiss", { name })} icon={<X aria-hidden="true" className="size-4" />} onClick={onDrop} />
      </div>
    </Notice>
  );
};

const Running = ({ upload: { name, share } }: Pick<UploadProps, "upload">) => {
  const t = useTranslations("homes.photos");
  const label = t("uploading", { name, percent: String(Math.round(share * 100)) });
  return (
    <div className="grid gap-1 text-[14px]">
      <span className="truncate">{label}</span>
      <progress aria-label={label} max={1} value={share} className="h-2 w-full accent-accent" />
    </div>
  );
};

type PhotoUploadsProps = { uploads: readonly PhotoUpload[]; megabytes: string; onDrop: (key: string) => void };

/** The photos that are on their way, and those that were refused. */
export const PhotoUploads = ({ uploads, megabytes, onDrop }: PhotoUploadsProps) => (
  <div className="grid gap-2 empty:hidden">
    {uploads.map((upload) => (
      <div key={upload.key} role={upload.error ? "alert" : undefined}>
        {upload.error ? (
          <Refused upload={upload} megabytes={megabytes} onDrop={() => onDrop(upload.key)} />
        ) : (
          <Running upload={upload} />
        )}
      </div>
    ))}
  </div>
);
