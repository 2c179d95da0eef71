"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { ConversationAvatar } from "#components/inbox/conversation-avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useGroups } from "#lib/client/use-groups.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";

type PictureProps = { conversation: ConversationSummary; onDone: (words: string) => void };

/** The picture of a group, for who may change it. */
export const GroupPicture = ({ conversation, onDone }: PictureProps) => {
  const t = useTranslations("groups");
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { run, busy, problem } = useGroups();
  const { id, pictureUrl } = conversation;
  const choose = async (file: File | undefined): Promise<void> => {
    if (file && (await run((groups) => groups.setPicture(id, file)))) onDone(t("pictureSet"));
  };
  const remove = async (): Promise<void> => {
    if (!(await run((groups) => groups.removePicture(id)))) return;
    onDone(t("pictureRemoved"));
    // Its own button is gone with the picture.
    button.current?.focus();
  };
  return (
    <div className="grid gap-1.5">
      <fieldset className="flex items-center gap-3">
        <legend className="sr-only">{t("picture")}</legend>
        <ConversationAvatar conversation={conversation} presence={undefined} className="m-[5px] scale-[1.22]" />
        <input
          ref={field}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          hidden
          onChange={({ target }) => {
            void choose(target.files?.[0]);
            // The same file may be chosen once more.
            target.value = "";
          }}
        />
        <Button ref={button} variant="secondary" size="s" busy={busy} onClick={() => field.current?.click()}>
          <ImagePlus aria-hidden="true" className="size-[18px]" />
          {t(pictureUrl ? "changePicture" : "setPicture")}
        </Button>
        {pictureUrl && (
          <IconButton
            label={t("removePicture")}
            icon={<Trash2 aria-hidden="true" className="size-[18px]" />}
            disabled={busy}
            onClick={() => void remove()}
          />
        )}
      </fieldset>
      <p role="alert" className="text-[14px] text-danger empty:hidden">
        {problem}
      </p>
    </div>
  );
};
