"use client";

import { CircleAlert, Pause, Play, RotateCw, X } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { formatBytes, formatLength } from "#lib/client/format-file.ts";
import { usePage, useRealtime } from "#lib/client/realtime-context.ts";
import type { Upload } from "#lib/client/upload.ts";
import type { Uploads } from "#lib/client/uploads.ts";
import { useFileTrouble } from "#lib/client/use-file-trouble.ts";
import type { ErrorCode } from "#lib/contract/errors.ts";
import { FileIcon } from "./file-icon.tsx";
import { FileProgress } from "./file-progress.tsx";

const icon = "size-4";
/** The same file would be refused again. */
const FINAL = new Set<ErrorCode>(["validation_failed", "content_rejected", "too_large"]);

const Look = ({ upload: { kind, name, url } }: { upload: Upload }) =>
  kind === "image" && url ? (
    // biome-ignore lint/performance/noImgElement: it lies in this browser already
    <img src={url} alt="" className="size-12 rounded-md object-cover" />
  ) : (
    <span className="grid size-12 place-items-center rounded-md bg-surface-2 text-text-2">
      <FileIcon kind={kind} name={name} className="size-6" />
    </span>
  );

/** Under the name: how large it is and how far it has come, or why it does not go. */
const Line = ({ upload }: { upload: Upload }) => {
  const t = useTranslations("files");
  const trouble = useFileTrouble();
  const { byteSize, durationMs, state, error } = upload;
  if (state === "refused" && error) return <span className="text-danger">{trouble(error, error.details)}</span>;
  const size = durationMs === null ? formatBytes(byteSize) : formatLength(durationMs);
  return (
    <span className="text-text-2">
      {size} · {t(`state.${state === "refused" ? "waiting" : state}`)}
    </span>
  );
};

const Buttons = ({ upload: { key, name, state, error } }: { upload: Upload }) => {
  const t = useTranslations("files");
  const { uploads } = useRealtime();
  const take = (work: (uploads: Uploads) => void) => (): void => void uploads().then(work, () => undefined);
  const canRetry = state === "refused" && !(error && FINAL.has(error.code));
  return (
    <>
      {(state === "running" || state === "waiting") && (
        <IconButton
          label={t("pause", { name })}
          icon={<Pause aria-hidden="true" className={icon} />}
          onClick={take(({ pause }) => pause(key))}
        />
      )}
      {state === "paused" && (
        <IconButton
          label={t("resume", { name })}
          icon={<Play aria-hidden="true" className={icon} />}
          onClick={take(({ resume }) => resume(key))}
        />
      )}
      {canRetry && (
        <IconButton
          label={t("retry", { name })}
          icon={<RotateCw aria-hidden="true" className={icon} />}
          onClick={take(({ resume }) => resume(key))}
        />
      )}
      <IconButton
        label={t("remove", { name })}
        icon={<X aria-hidden="true" className={icon} />}
        onClick={take(({ remove }) => remove(key))}
      />
    </>
  );
};

const Tile = ({ upload }: { upload: Upload }) => {
  const t = useTranslations("files");
  const { name, state, share } = upload;
  const percent = Math.round(share * 100);
  return (
    <li
      data-upload={state}
      className={`flex w-full min-w-0 items-center gap-2.5 rounded-card border bg-surface p-1.5 sm:w-[320px] ${state === "refused" ? "border-danger/50" : ""}`}
    >
      {state === "refused" ? (
        <CircleAlert aria-hidden="true" className="mx-2 size-6 shrink-0 text-danger" />
      ) : (
        <Look upload={upload} />
      )}
      <div role={state === "refused" ? "alert" : undefined} className="grid min-w-0 flex-1 gap-0.5 text-[13px] leading-tight">
        <span dir="auto" title={name} className="truncate font-semibold text-[13.5px]">
          {name}
        </span>
        <Line upload={upload} />
        {state !== "refused" && state !== "done" && (
          <FileProgress label={t("progress", { name, percent: String(percent) })} share={share} className="mt-0.5 w-full" />
        )}
      </div>
      <span className="flex shrink-0">
        <Buttons upload={upload} />
      </span>
    </li>
  );
};

/** The files that go out with what is sent next, each with its progress and what one can do about it. */
export const FileTiles = ({ conversationId }: { conversationId: string }) => {
  const t = useTranslations("files");
  const all = usePage(({ uploads }) => uploads);
  const standing = useMemo(
    () => all.filter((upload) => upload.conversationId === conversationId && upload.messageId === null),
    [all, conversationId],
  );
  return (
    <>
      <ul aria-label={t("standing")} className="flex max-h-[38dvh] flex-wrap gap-2 overflow-y-auto px-2.5 pt-2.5 md:px-5">
        {standing.map((upload) => (
          <Tile key={upload.key} upload={upload} />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {t("added", { count: standing.filter(({ state }) => state !== "refused").length })}
      </p>
    </>
  );
};
