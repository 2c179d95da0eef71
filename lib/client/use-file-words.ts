"use client";

import { useTranslations } from "use-intl";
import { fileWords, type NamedFile } from "./file-words.ts";

/** Says what files are: 'Photo', '3 photos', 'Voice message', 'Document: name'; nothing of none. */
export const useFileWords = (): ((files: readonly NamedFile[]) => string) => {
  const t = useTranslations("files.words");
  return (files) => (files[0] ? t(fileWords(files), { count: files.length, name: files[0].name }) : "");
};
