"use client";

import { lazy, memo, Suspense } from "react";
import { textParts } from "#lib/client/links.ts";
import type { PlainLink as Plain } from "./plain-link.tsx";

/** Where it cannot be had, the address stands there all the same. */
const PlainLink = lazy<typeof Plain>(() =>
  import("./plain-link.tsx").then(
    (module) => ({ default: module.PlainLink }),
    () => ({ default: ({ text }) => <>{text}</> }),
  ),
);

/** A message as it was written: never as markup, with web addresses as links unless these are to stay plain. */
export const MessageText = memo(({ text, isPlain }: { text: string; isPlain?: boolean }) => {
  let at = 0;
  return (
    <span dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {textParts(text).map((part) => {
        const key = at;
        at += part.text.length;
        if (part.href === null) return part.text;
        if (isPlain)
          return (
            <Suspense key={key} fallback={part.text}>
              <PlainLink text={part.text} />
            </Suspense>
          );
        return (
          <a
            key={key}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="underline underline-offset-2"
          >
            {part.text}
          </a>
        );
      })}
    </span>
  );
});
