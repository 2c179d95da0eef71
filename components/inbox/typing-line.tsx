"use client";

import { useTranslations } from "use-intl";
import { useTypists } from "#lib/client/use-people.ts";

const dots = ["[animation-delay:0ms]", "[animation-delay:150ms]", "[animation-delay:300ms]"];

/** Who types. Its room is always there, so that nothing moves when somebody begins. */
export const TypingLine = ({ conversationId }: { conversationId: string }) => {
  const t = useTranslations("inbox.typing");
  const typists = useTypists(conversationId);
  const [first, second] = typists;
  const words = () => {
    if (!first) return null;
    if (!second) return t("one", { name: first.name });
    return typists.length === 2 ? t("two", { first: first.name, second: second.name }) : t("many", { count: typists.length });
  };
  return (
    <p aria-live="polite" className="flex h-[26px] shrink-0 items-center gap-2 px-3 text-[13px] text-text-2 md:px-7">
      {first && (
        <>
          <span aria-hidden="true" className="inline-flex gap-[3px]">
            {dots.map((delay) => (
              <span key={delay} className={`size-1.5 animate-pulse rounded-full bg-text-3 ${delay}`} />
            ))}
          </span>
          <span className="truncate">{words()}</span>
        </>
      )}
    </p>
  );
};
