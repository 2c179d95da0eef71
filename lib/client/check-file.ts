import { attachmentLimits, attachmentTypes } from "#lib/contract/attachment-types.ts";
import type { Attachment } from "#lib/contract/messages.ts";

type Given = { name: string; type: string; size: number };
type Verdict = { kind: Attachment["kind"] } | { refused: "tooLarge" | "empty" | "type" };

const types = Object.entries(attachmentTypes);

const endingOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

/** What a recorder or a browser calls a file, without its parameters: `audio/webm;codecs=opus` is `audio/webm`. */
const bareType = (type: string): string => (type.split(";")[0] ?? "").trim().toLowerCase();

const kindOf = ({ name, type }: Given): Attachment["kind"] | undefined => {
  const byType = types.find(([known]) => known === bareType(type));
  const byEnding = types.find(([, { endings }]) => endings.some((ending) => ending === endingOf(name)));
  return (byType ?? byEnding)?.[1].kind;
};

/** What the server would obviously refuse need not travel there; what a file really is, its bytes say there. */
export const judgeFile = (file: Given): Verdict => {
  const kind = kindOf(file);
  if (!kind) return { refused: "type" };
  if (file.size === 0) return { refused: "empty" };
  return file.size > attachmentLimits.bytes ? { refused: "tooLarge" } : { kind };
};
