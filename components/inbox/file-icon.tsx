import { File, FileSpreadsheet, FileText, Film, Image, Music, Presentation } from "lucide-react";
import type { Attachment } from "#lib/contract/messages.ts";

const byEnding: Record<string, typeof File> = {
  pdf: FileText,
  txt: FileText,
  docx: FileText,
  odt: FileText,
  xlsx: FileSpreadsheet,
  pptx: Presentation,
};
const byKind = { image: Image, video: Film, audio: Music, file: File };

/** A sign for what a file is. */
export const FileIcon = ({ kind, name, className }: Pick<Attachment, "kind" | "name"> & { className?: string }) => {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const Icon = (kind === "file" ? byEnding[ending] : undefined) ?? byKind[kind];
  return <Icon aria-hidden="true" className={className} />;
};
