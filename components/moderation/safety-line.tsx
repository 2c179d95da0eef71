"use client";

import { Notice } from "#components/ui/notice.tsx";
import { useSystemWords } from "#lib/client/use-system-words.ts";
import type { SystemPart } from "#lib/contract/system-parts.ts";

/** That somebody else may write from an account, or what came of it. */
export const SafetyLine = ({ system }: { system: SystemPart }) => {
  const words = useSystemWords();
  const isOver = system.type === "safety_warning" && system.state === "genuine";
  return (
    <Notice tone={isOver ? "info" : "warn"} className="w-full max-w-[560px]">
      {words(system, "")}
    </Notice>
  );
};
