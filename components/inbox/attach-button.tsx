"use client";

import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { acceptedFiles } from "#lib/client/accepted-files.ts";

export const AttachButton = ({ onFiles }: { onFiles: (files: readonly File[]) => void }) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        multiple
        accept={acceptedFiles}
        hidden
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file may be chosen once more.
          target.value = "";
        }}
      />
      <IconButton
        label={useTranslations("files")("attach")}
        icon={<Paperclip aria-hidden="true" className="size-5" />}
        onClick={() => field.current?.click()}
        className="size-11 rounded-xl"
      />
    </>
  );
};
