"use client";

import { useEffect, useRef, useState } from "react";

/** A voice message is at most so long. */
export const MOST_MS = 5 * 60_000;
const LOOK_MS = 100;
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const ENDINGS: Record<string, string> = { "audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg" };

export type RecorderState = "asking" | "running" | "over" | "denied" | "missing" | "failed";
type Recording = { file: File; durationMs: number };

const troubleOf = (error: unknown): RecorderState => {
  const { name } = Object(error) as { name?: string };
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" ? "missing" : "failed";
};

/** How loud it is, 0 to 1. */
const createMeter = (stream: MediaStream) => {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 256;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  return {
    level: (): number => {
      analyser.getByteTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + ((sample - 128) / 128) ** 2, 0) / samples.length;
      return Math.min(1, Math.sqrt(power) * 3);
    },
    stop: (): void => void context.close().catch(() => undefined),
  };
};

const record = async (isWanted: () => boolean) => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const endTracks = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (!isWanted()) {
    endTracks();
    return null;
  }
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void pieces.push(data);
  const begun = performance.now();
  const meter = createMeter(stream);
  let lengthMs: number | undefined;
  const passed = (): number => Math.min(MOST_MS, lengthMs ?? performance.now() - begun);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  recorder.start(1_000);
  const stop = (): void => {
    lengthMs ??= passed();
    if (recorder.state !== "inactive") recorder.stop();
    meter.stop();
    endTracks();
  };
  return {
    passed,
    level: meter.level,
    stop,
    finish: async (name: string): Promise<Recording> => {
      stop();
      await ended;
      const type = recorder.mimeType.split(";")[0] ?? "";
      return { file: new File(pieces, `${name}.${ENDINGS[type] ?? "webm"}`, { type }), durationMs: Math.round(passed()) };
    },
  };
};

/** Records from the microphone from its first moment until it is sent or goes; `passedMs` and `level` follow what is heard. */
export const useRecorder = () => {
  const recording = useRef<Awaited<ReturnType<typeof record>>>(null);
  const [state, setState] = useState<RecorderState>("asking");
  const [heard, setHeard] = useState({ passedMs: 0, level: 0 });
  useEffect(() => {
    let isHere = true;
    record(() => isHere).then(
      (begun) => {
        recording.current = begun;
        if (begun) setState("running");
      },
      (error: unknown) => isHere && setState(troubleOf(error)),
    );
    const timer = setInterval(() => {
      const { current } = recording;
      if (!current) return;
      const passedMs = current.passed();
      setHeard({ passedMs, level: current.level() });
      if (passedMs < MOST_MS) return;
      current.stop();
      setState("over");
    }, LOOK_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
      recording.current?.stop();
      recording.current = null;
    };
  }, []);
  return { state, ...heard, finish: async (name: string) => (await recording.current?.finish(name)) ?? null };
};
