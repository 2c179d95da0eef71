"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePage } from "#lib/client/realtime-context.ts";
import type { ShownFile } from "#lib/client/use-shown-files.ts";
import { DocumentCard } from "./document-card.tsx";

/** A video in its place; where this browser cannot play it, a card to download it. */
export const VideoPlayer = ({ file, by }: { file: ShownFile; by: string }) => {
  const t = useTranslations("files");
  const isOnline = usePage(({ connection }) => connection === "online");
  const [hasFailed, setFailed] = useState(false);
  const { name, source } = file;
  if (!source || (hasFailed && isOnline))
    return (
      <div className="grid gap-1">
        <DocumentCard file={file} />
        {hasFailed && <p className="text-[12.5px] text-text-2">{t("videoFailed")}</p>}
      </div>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: what somebody has filmed has no captions
    <video
      key={String(isOnline)}
      src={source}
      controls
      playsInline
      preload="metadata"
      aria-label={t("video", { name: by, file: name })}
      onError={() => setFailed(true)}
      className="aspect-video w-[min(320px,64vw)] rounded-xl bg-stage object-contain"
    />
  );
};
