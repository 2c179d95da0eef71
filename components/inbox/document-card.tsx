"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { formatBytes } from "#lib/client/format-file.ts";
import type { ShownFile } from "#lib/client/use-shown-files.ts";
import { FileIcon } from "./file-icon.tsx";

const look = "flex w-[min(320px,64vw)] items-center gap-3 rounded-xl border border-text/15 bg-surface/70 p-2.5 text-left";

/** A document: what it is, what it is called, how large it is, and a press to have it. */
export const DocumentCard = ({ file: { kind, name, byteSize, source } }: { file: ShownFile }) => {
  const t = useTranslations("files");
  const inside = (
    <>
      <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-strong">
        <FileIcon kind={kind} name={name} className="size-5" />
      </span>
      <span className="grid min-w-0 flex-1">
        <span dir="auto" className="truncate font-semibold text-[14px]">
          {name}
        </span>
        <span className="text-[12.5px] text-text-2">{formatBytes(byteSize)}</span>
      </span>
    </>
  );
  if (!source) return <div className={look}>{inside}</div>;
  return (
    <a
      href={source}
      download={name}
      aria-label={`${t("download", { name })}, ${formatBytes(byteSize)}`}
      className={`${look} hover:bg-surface`}
    >
      {inside}
      <Download aria-hidden="true" className="mr-1 size-4.5 shrink-0 text-text-2" />
    </a>
  );
};
