"use client";

import { useTranslations } from "use-intl";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useHome } from "#lib/client/use-ask-viewing.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import { AskDialog } from "./ask-dialog.tsx";

type ProposeProps = {
  conversationId: string;
  listing: NonNullable<ConversationSummary["listing"]>;
  other: Participant;
  onClose: () => void;
};

/** From a conversation about a home: asks for a viewing as soon as it is known where the home is. */
export const ProposeViewing = ({ conversationId, listing, other, onClose }: ProposeProps) => {
  const t = useTranslations("viewings");
  const { data: home, error } = useHome(listing.id);
  const title = t("ask.propose");
  if (home) {
    return (
      <AskDialog
        title={title}
        target={{ conversationId }}
        home={home}
        otherName={other.name}
        onAsked={onClose}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <div role="alert">
        {error && (
          <Notice tone="danger">
            {asApiError(error).code === "not_found" ? t("problem.noHome") : <FormErrorText error={error} />}
          </Notice>
        )}
      </div>
      {!error && (
        <div aria-busy="true" className="grid gap-3">
          <span role="status" className="sr-only">
            {t("ask.loading")}
          </span>
          <Skeleton className="h-11 rounded-card" />
          <Skeleton className="h-24 rounded-card" />
        </div>
      )}
    </Dialog>
  );
};
