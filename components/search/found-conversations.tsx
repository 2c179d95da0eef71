"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ListParts, ListProps } from "#components/inbox/conversation-list.tsx";
import { Button } from "#components/ui/button.tsx";

/** So many leave room for the messages. */
const FEW = 4;

/** The conversations by that name: a few, and the others on a press. */
export const FoundConversations = ({ List, ...props }: ListProps & Pick<ListParts, "List">) => {
  const t = useTranslations("search");
  const [showsAll, setShowsAll] = useState(false);
  const { list } = props;
  const { conversations, hasMore } = list;
  const isLong = !showsAll && conversations !== undefined && (conversations.length > FEW || hasMore);
  const few = isLong ? { ...list, conversations: conversations.slice(0, FEW), hasMore: false } : list;
  const isNone = conversations?.length === 0 && !hasMore;
  return (
    <section aria-labelledby="found-conversations">
      <h2 id="found-conversations" className="px-[18px] pt-2 pb-1 font-semibold text-[13px] text-text-2">
        {t("conversations")}
      </h2>
      {isNone ? (
        <p className="px-[18px] pb-3 text-[13.5px] text-text-2">{t("noConversations")}</p>
      ) : (
        <List {...props} list={few} />
      )}
      {isLong && (
        <div className="px-2.5 pb-2">
          <Button variant="quiet" size="s" onClick={() => setShowsAll(true)}>
            {t("allConversations")}
          </Button>
        </div>
      )}
    </section>
  );
};
