import { ApiError } from "./api.ts";
import { judgeFile } from "./check-file.ts";
import type { Upload } from "./upload.ts";

type Given = {
  key: string;
  conversationId: string;
  file: File;
  /** Of what was recorded in the page. */
  durationMs?: number;
  /** There are too many of them. */
  isOver?: boolean;
};

/** A file as it is chosen: on its way, or refused before it goes anywhere. */
export const freshUpload = ({ key, conversationId, file, durationMs, isOver }: Given): Upload => {
  const verdict = isOver ? { refused: "tooMany" as const } : judgeFile(file);
  const isGood = "kind" in verdict;
  return {
    key,
    conversationId,
    messageId: null,
    attachmentId: null,
    kind: isGood ? verdict.kind : "file",
    name: file.name,
    byteSize: file.size,
    width: null,
    height: null,
    durationMs: durationMs ?? null,
    url: isGood ? URL.createObjectURL(file) : null,
    state: isGood ? "waiting" : "refused",
    share: 0,
    error: isGood ? null : new ApiError("validation_failed", { details: verdict.refused }),
  };
};
