"use client";

import { CloudOff, SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ListParts } from "#components/inbox/conversation-list.tsx";
import { MoreFailed } from "#components/inbox/list-failed.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { useHit } from "#lib/client/use-hit.ts";
import type { useMessageSearch } from "#lib/client/use-message-search.ts";
import { HitRow } from "./hit-row.tsx";

type Found = ReturnType<typeof useMessageSearch>;
type FoundProps = Pick<ListParts, "NearEnd" | "Skeleton"> & {
  q: string;
  found: Found;
  hrefOf: (id: string) => string;
  hit: ReturnType<typeof useHit>;
};

const More = ({ found, NearEnd, Skeleton }: Pick<FoundProps, "found" | "NearEnd" | "Skeleton">) => {
  const t = useTranslations();
  if (found.moreFailed) return <MoreFailed words={t("search.more")} onRetry={found.loadMore} />;
  return (
    <>
      <NearEnd onNear={found.loadMore} />
      <div role="status" className="sr-only">
        {found.isLoadingMore ? t("search.loadingMore") : ""}
      </div>
      <Skeleton />
    </>
  );
};

/** What there is to say in place of messages; nothing where there are some. */
const Instead = ({ q, found, Skeleton }: Pick<FoundProps, "q" | "found" | "Skeleton">) => {
  const t = useTranslations();
  const { error, hits, isSearching } = found;
  if (q === "") return <p className="px-[18px] py-3 text-[13.5px] text-text-2">{t("search.type")}</p>;
  if (error) {
    return (
      <div role="alert">
        <EmptyState
          icon={<CloudOff className="size-7" />}
          title={t("search.failed")}
          body={t(`common.errors.${error.code}`)}
          action={<Button onClick={found.retry}>{t("common.tryAgain")}</Button>}
          className="py-6"
        />
      </div>
    );
  }
  if (!hits) return <Skeleton />;
  if (hits.length > 0 || isSearching) return null;
  return (
    <EmptyState
      icon={<SearchX className="size-7" />}
      title={t("search.nothing")}
      body={t("search.nothingBody")}
      className="py-6"
    />
  );
};

const useCountWords = ({ hits, isSearching, error, hasMore, isOffline }: Found, q: string): string => {
  const t = useTranslations("search");
  if (q === "" || isOffline || error) return "";
  if (isSearching || !hits) return t("searching");
  return t("found", { count: hits.length, more: hasMore ? "yes" : "no" });
};

/** The messages that were found, or why there are none. */
export const FoundMessages = ({ q, found, hrefOf, hit, NearEnd, Skeleton }: FoundProps) => {
  const t = useTranslations();
  const { hits, nearest, isOffline, isSearching, hasMore } = found;
  const words = useCountWords(found, q);
  const { openHit, pressedId, isOpening, error } = hit;
  return (
    <>
      <p role="status" className="px-[18px] pb-1 text-[13px] text-text-2 empty:hidden">
        {words}
      </p>
      {!isOffline && nearest.length > 0 && (
        <p className="px-[18px] pb-1 text-[13px] text-text-2">
          {t("search.nearest", { words: nearest.map((word) => `“${word}”`).join(", ") })}
        </p>
      )}
      <p role="alert" className="px-[18px] pb-1 text-[13px] text-danger empty:hidden">
        {error && t("search.notOpened", { reason: t(`common.errors.${error.code}`) })}
      </p>
      {isOffline ? (
        <p className="mx-[18px] rounded-card border border-warn-line bg-warn-soft px-3 py-2 text-[13.5px]">
          {t("search.offline")}
        </p>
      ) : (
        <Instead q={q} found={found} Skeleton={Skeleton} />
      )}
      {!isOffline && hits && hits.length > 0 && (
        <>
          <ul aria-label={t("search.messages")} aria-busy={isSearching} className="pb-2">
            {hits.map((one) => (
              <HitRow
                key={one.messageId}
                hit={one}
                href={hrefOf(one.conversationId)}
                isPressed={pressedId === one.messageId}
                isOpening={isOpening && pressedId === one.messageId}
                onOpen={() => openHit(one)}
              />
            ))}
          </ul>
          {hasMore && <More found={found} NearEnd={NearEnd} Skeleton={Skeleton} />}
        </>
      )}
    </>
  );
};
