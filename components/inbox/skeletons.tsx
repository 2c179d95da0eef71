"use client";

import { useTranslations } from "use-intl";
import { Skeleton } from "#components/ui/skeleton.tsx";

export const ConversationRowSkeleton = () => (
  <div className="flex items-center gap-[11px] px-[18px] py-[11px]">
    <Skeleton className="size-[46px] shrink-0 rounded-full" />
    <div className="grid flex-1 gap-2">
      <Skeleton className="h-3.5 w-2/5" />
      <Skeleton className="h-3 w-4/5" />
      <Skeleton className="h-2.5 w-1/2" />
    </div>
  </div>
);

const rows = ["a", "b", "c", "d", "e", "f", "g"];

export const ConversationListSkeleton = () => {
  const t = useTranslations("inbox.list");
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      {rows.map((row) => (
        <ConversationRowSkeleton key={row} />
      ))}
    </div>
  );
};

const bubbles = [
  { key: "a", look: "h-10 w-1/2 self-start" },
  { key: "b", look: "h-16 w-2/3 self-start" },
  { key: "c", look: "h-10 w-2/5 self-end" },
  { key: "d", look: "h-10 w-1/3 self-start" },
  { key: "e", look: "h-16 w-1/2 self-end" },
];

export const ThreadSkeleton = () => {
  const t = useTranslations("inbox.conversation");
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 flex-col justify-end gap-2.5 overflow-hidden px-3 py-5 md:px-7">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      {bubbles.map(({ key, look }) => (
        <Skeleton key={key} className={`${look} max-w-[560px] shrink-0 rounded-bubble`} />
      ))}
    </div>
  );
};

export const ConversationHeaderSkeleton = () => (
  <div className="flex h-[65px] shrink-0 items-center gap-3 border-b bg-surface px-3 md:px-5">
    <Skeleton className="size-10 shrink-0 rounded-full" />
    <div className="grid gap-2">
      <Skeleton className="h-4 w-36" />
      <Skeleton className="h-3 w-24" />
    </div>
  </div>
);
