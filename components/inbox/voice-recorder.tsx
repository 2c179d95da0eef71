"use client";

import { SendHorizontal, Trash2, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { formatLength } from "#lib/client/format-file.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { MOST_MS, useRecorder } from "#lib/client/use-recorder.ts";

/** A bar that is as long as the voice is loud. */
const Level = ({ level }: { level: number }) => (
  <span aria-hidden="true" className="h-2 min-w-0 flex-1 overflow-hidden rounded-full bg-surface-2">
    <span className="block h-full rounded-full bg-accent transition-[width] duration-100" style={{ width: `${level * 100}%` }} />
  </span>
);

type RecorderProps = { conversationId: string; onEnd: (isSent: boolean) => void };

/** Stands in the place of the field while a voice message is recorded. Escape throws it away. */
export const VoiceRecorder = ({ conversationId, onEnd }: RecorderProps) => {
  const t = useTranslations("files.record");
  const { uploads } = useRealtime();
  const { state, passedMs, level, finish } = useRecorder();
  const [isFull, setFull] = useState(false);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.stopImmediatePropagation();
      onEnd(false);
    };
    // Before the inbox's own Escape, which would leave the conversation.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [onEnd]);
  const send = async (): Promise<void> => {
    setBusy(true);
    const [recording, { sendVoice }] = await Promise.all([finish(t("name")), uploads()]);
    if (recording && sendVoice(conversationId, recording.file, recording.durationMs)) onEnd(true);
    else setFull(true);
    setBusy(false);
  };
  if (isFull || state === "denied" || state === "missing" || state === "failed")
    return (
      <div role="alert" className="flex items-center gap-3 px-3 py-2.5 md:px-5">
        <p className="min-w-0 flex-1 text-[14px] text-danger">{t(isFull ? "full" : (state as "failed"))}</p>
        <IconButton label={t("close")} icon={<X aria-hidden="true" className="size-5" />} onClick={() => onEnd(false)} />
      </div>
    );
  const time = formatLength(passedMs);
  return (
    <div className="flex min-h-[66px] items-center gap-3 px-2.5 py-2 md:px-5">
      <IconButton
        label={t("cancel")}
        icon={<Trash2 aria-hidden="true" className="size-5" />}
        onClick={() => onEnd(false)}
        className="size-11 rounded-xl"
      />
      <span aria-hidden="true" className="size-2.5 shrink-0 animate-pulse rounded-full bg-danger" />
      <span role="timer" className="tabular text-[14.5px]">
        {state === "asking" ? t("asking") : t("running", { time })}
      </span>
      <Level level={level} />
      {state === "over" && <span className="text-[13px] text-text-2">{t("limit", { minutes: String(MOST_MS / 60_000) })}</span>}
      <IconButton
        variant="primary"
        label={t("send")}
        icon={<SendHorizontal aria-hidden="true" className="size-5" />}
        disabled={isBusy || state === "asking"}
        onClick={() => void send().catch(() => setFull(true))}
        className="size-11 rounded-xl"
      />
    </div>
  );
};
