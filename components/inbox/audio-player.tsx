"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { formatLength } from "#lib/client/format-file.ts";
import { useAudio } from "#lib/client/use-audio.ts";
import type { ShownFile } from "#lib/client/use-shown-files.ts";

/** A voice message or another recording: play, the place in it, the time. */
export const AudioPlayer = ({ file: { name: given, source, durationMs } }: { file: ShownFile }) => {
  const t = useTranslations("files");
  const { isPlaying, atMs, lengthMs, hasFailed, toggle, seek, element } = useAudio(source, durationMs);
  const name = durationMs === null ? given : t("words.voice", { count: 1 });
  const time = { at: formatLength(atMs), length: formatLength(lengthMs) };
  return (
    <div className="grid w-[min(280px,62vw)] gap-1">
      <div className="flex items-center gap-2">
        <audio {...element} className="hidden" />
        <IconButton
          variant="primary"
          label={t(isPlaying ? "audio.pause" : "audio.play", { name })}
          icon={isPlaying ? <Pause aria-hidden="true" className="size-5" /> : <Play aria-hidden="true" className="size-5" />}
          disabled={!source}
          onClick={toggle}
          className="size-10 rounded-full"
        />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <input
            type="range"
            min={0}
            max={Math.max(lengthMs, 1)}
            step={100}
            value={atMs}
            onChange={({ target }) => seek(target.valueAsNumber)}
            aria-label={t("audio.seek", { name })}
            aria-valuetext={t("audio.at", time)}
            className="h-5 w-full min-w-0 accent-accent"
          />
          <span className="tabular flex justify-between gap-2 text-[12px] text-text-2">
            <span dir="auto" className="truncate">
              {durationMs === null ? given : ""}
            </span>
            <span>{atMs > 0 ? t("audio.at", time) : time.length}</span>
          </span>
        </span>
      </div>
      {hasFailed && <p className="text-[12.5px] text-danger">{t("audio.failed")}</p>}
    </div>
  );
};
