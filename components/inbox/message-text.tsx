"use client";

import { lazy, memo, Suspense } from "react";
import { textParts } from "#lib/client/links.ts";
import type { NamedText as Named } from "./named-text.tsx";
import type { PlainLink as Plain } from "./plain-link.tsx";

/** Where it cannot be had, the address stands there all the same. */
const PlainLink = lazy<typeof Plain>(() =>
  import("./plain-link.tsx").then(
    (module) => ({ default: module.PlainLink }),
    () => ({ default: ({ text }) => <>{text}</> }),
  ),
);

/** Few messages name somebody. */
const NamedText = lazy<typeof Named>(() =>
  import("./named-text.tsx").then(
    (module) => ({ default: module.NamedText }),
    () => ({ default: ({ text }) => [text] }),
  ),
);

type TextProps = {
  text: string;
  isPlain?: boolean;
  /** Of those whom it names, one on each line. */
  names?: string;
};

/** A message as it was written: never as markup, with web addresses as links unless these are to stay plain. */
export const MessageText = memo(({ text, isPlain, names }: TextProps) => {
  let at = 0;
  return (
    <span dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {textParts(text).map((part) => {
        const key = at;
        at += part.text.length;
        if (part.href === null)
          return names ? (
            <Suspense key={key} fallback={part.text}>
              <NamedText text={part.text} names={names} />
            </Suspense>
          ) : (
            part.text
          );
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
