"use client";

import { useEffect, useRef, useState } from "react";

/** One voice at a time. */
let playing: HTMLAudioElement | undefined;

/** A recording that is played: where it is, how long it is, and whether it can be heard at all. */
export const useAudio = (source: string | null, durationMs: number | null) => {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [atMs, setAt] = useState(0);
  const [foundMs, setFound] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => () => audio.current?.pause(), []);
  /** What was recorded in a page does not say in itself how long it is. */
  const lengthMs = durationMs ?? foundMs ?? 0;
  return {
    isPlaying,
    atMs: Math.min(atMs, lengthMs || atMs),
    lengthMs,
    hasFailed,
    toggle: (): void => {
      const { current } = audio;
      if (!current) return;
      setFailed(false);
      if (!current.paused) {
        current.pause();
        return;
      }
      if (playing !== current) playing?.pause();
      playing = current;
      current.play().catch(() => setFailed(true));
    },
    seek: (ms: number): void => {
      setAt(ms);
      if (audio.current) audio.current.currentTime = ms / 1_000;
    },
    element: {
      ref: audio,
      src: source ?? undefined,
      preload: durationMs === null ? "metadata" : "none",
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onEnded: () => setAt(0),
      onTimeUpdate: () => setAt((audio.current?.currentTime ?? 0) * 1_000),
      onLoadedMetadata: () => {
        const seconds = audio.current?.duration;
        if (seconds !== undefined && Number.isFinite(seconds)) setFound(seconds * 1_000);
      },
    } as const,
  };
};
