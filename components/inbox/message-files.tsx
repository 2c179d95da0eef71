"use client";

import { useTranslations } from "use-intl";
import type { MessageRow } from "#lib/client/message-rows.ts";
import { useShownFiles } from "#lib/client/use-shown-files.ts";
import { AudioPlayer } from "./audio-player.tsx";
import { DocumentCard } from "./document-card.tsx";
import { FilesOnTheirWay } from "./files-on-their-way.tsx";
import { PictureGrid } from "./picture-grid.tsx";
import { VideoPlayer } from "./video-player.tsx";

/** The files of a message: pictures side by side, then what plays, then what is to be downloaded. */
export const MessageFiles = ({ row }: { row: MessageRow }) => {
  const t = useTranslations("inbox.messages");
  const files = useShownFiles(row);
  const by = row.isOwn ? t("own") : row.senderName;
  const pictures = files.filter(({ kind }) => kind === "image");
  return (
    <div className="mt-0.5 mb-1 grid gap-1.5 overflow-hidden">
      {pictures.length > 0 && <PictureGrid pictures={pictures} by={by} />}
      {files.map((file) => {
        if (file.kind === "video") return <VideoPlayer key={file.key} file={file} by={by} />;
        if (file.kind === "audio") return <AudioPlayer key={file.key} file={file} />;
        return file.kind === "file" && <DocumentCard key={file.key} file={file} />;
      })}
      {row.files.length > 0 && <FilesOnTheirWay row={row} />}
    </div>
  );
};
