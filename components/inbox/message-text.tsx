"use client";

import { memo } from "react";
import { textParts } from "#lib/client/links.ts";

/** A message as it was written: never as markup, with web addresses as links. */
export const MessageText = memo(({ text }: { text: string }) => {
  let at = 0;
  return (
    <span dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {textParts(text).map((part) => {
        const key = at;
        at += part.text.length;
        if (part.href === null) return part.text;
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
