"use client";

import { lazy, Suspense } from "react";
import { useTypists } from "#lib/client/use-people.ts";
import type { TypingWords as Words } from "./typing-words.tsx";

/** What says so comes with the first who types. */
const TypingWords = lazy<typeof Words>(() =>
  import("./typing-words.tsx").then(
    (module) => ({ default: module.TypingWords }),
    () => ({ default: () => <></> }),
  ),
);

/** Who types. Its room is always there, so that nothing moves when somebody begins. */
export const TypingLine = ({ conversationId }: { conversationId: string }) => {
  const typists = useTypists(conversationId);
  return (
    <p aria-live="polite" className="flex h-[26px] shrink-0 items-center gap-2 px-3 text-[13px] text-text-2 md:px-7">
      {typists[0] && (
        <Suspense fallback={null}>
          <TypingWords typists={typists} />
        </Suspense>
      )}
    </p>
  );
};
