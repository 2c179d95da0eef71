"use client";

import { useTranslations } from "use-intl";

const dots = ["[animation-delay:0ms]", "[animation-delay:150ms]", "[animation-delay:300ms]"];

/** That somebody types, by name as long as they are few. */
export const TypingWords = ({ typists }: { typists: readonly { name: string }[] }) => {
  const t = useTranslations("inbox.typing");
  const [first, second] = typists;
  const words = () => {
    if (!first) return null;
    if (!second) return t("one", { name: first.name });
    return typists.length === 2 ? t("two", { first: first.name, second: second.name }) : t("many", { count: typists.length });
  };
  return (
    <>
      <span aria-hidden="true" className="inline-flex gap-[3px]">
        {dots.map((delay) => (
          <span key={delay} className={`size-1.5 animate-pulse rounded-full bg-text-3 ${delay}`} />
        ))}
      </span>
      <span className="truncate">{words()}</span>
    </>
  );
};
