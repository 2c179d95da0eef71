"use client";

import { ArrowLeft, ArrowRight, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Photo } from "#components/housing/photo.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import type { OwnPhoto } from "#lib/contract/own-listings.ts";

type PhotoEditorProps = {
  photo: OwnPhoto;
  /** Its place, from 0. */
  at: number;
  total: number;
  busy: boolean;
  onMove: (to: number) => void;
  onDescribe: (alt: string) => void;
  onRemove: () => void;
};

/** A photo that moves takes the focus along: one press after the other brings it to where it is wanted. */
const useFocusAlong = (at: number) => {
  const pressed = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what it waits for
  useEffect(() => pressed.current?.focus(), [at]);
  return pressed;
};

const Mark = ({ children }: { children: ReactNode }) => (
  <span className="absolute top-2 left-2 rounded-full bg-surface px-2.5 py-0.5 font-semibold text-[12.5px] shadow-1">
    {children}
  </span>
);

export const PhotoEditor = ({ photo, at, total, busy, onMove, onDescribe, onRemove }: PhotoEditorProps) => {
  const t = useTranslations("homes.photos");
  const pressed = useFocusAlong(at);
  const number = String(at + 1);
  const move = (to: number) => (event: { currentTarget: HTMLButtonElement }) => {
    pressed.current = event.currentTarget;
    if (!busy) onMove(to);
  };
  return (
    <div className="grid gap-3 rounded-card border p-3">
      <div className="relative h-44 overflow-hidden rounded-card">
        <Photo
          url={photo.url}
          alt={photo.alt || t("number", { number, total: String(total) })}
          missing={useTranslations("housing")("noPhoto")}
        />
        {at === 0 && <Mark>{t("first")}</Mark>}
      </div>
      <TextField
        label={t("alt")}
        hint={t("altHint")}
        defaultValue={photo.alt}
        maxLength={homeLimits.altCharacters}
        autoComplete="off"
        onBlur={({ target }) => target.value.trim() !== photo.alt && onDescribe(target.value)}
      />
      <div className="flex items-center gap-1">
        <IconButton
          label={t("earlierNamed", { number })}
          title={t("earlier")}
          icon={<ArrowLeft aria-hidden="true" className="size-5" />}
          disabled={at === 0}
          onClick={move(at - 1)}
        />
        <IconButton
          label={t("laterNamed", { number })}
          title={t("later")}
          icon={<ArrowRight aria-hidden="true" className="size-5" />}
          disabled={at === total - 1}
          onClick={move(at + 1)}
        />
        <IconButton
          label={t("removeNamed", { number })}
          title={t("remove")}
          icon={<Trash2 aria-hidden="true" className="size-5" />}
          className="ml-auto"
          onClick={() => !busy && onRemove()}
        />
      </div>
    </div>
  );
};
