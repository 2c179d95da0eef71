"use client";

import { type ComponentType, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { rareParts } from "./rare-parts.tsx";

/** What stands for a part that cannot be had: without a network, before the browser has the house's files. */
const NotHere = () => <p className="p-6 text-center text-text-2">{useTranslations("inbox.conversation")("changeFailed")}</p>;

const rare = <Props extends object>(pick: (parts: typeof rareParts) => ComponentType<Props>, instead = NotHere) => {
  const Part: ComponentType<Props> = lazy(() =>
    import("./rare-parts.tsx").then(
      (module) => ({ default: pick(module.rareParts) }),
      () => ({ default: instead as ComponentType<Props> }),
    ),
  );
  return (props: Props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
};

export const BottomBar = rare(
  (parts) => parts.BottomBar,
  () => <></>,
);
export const ConversationListEmpty = rare((parts) => parts.ConversationListEmpty);
export const ConversationMissing = rare((parts) => parts.ConversationMissing);
export const ConversationProblem = rare((parts) => parts.ConversationProblem);
export const JumpButton = rare((parts) => parts.JumpButton);
export const ListFailed = rare((parts) => parts.ListFailed);
export const MoreFailed = rare((parts) => parts.MoreFailed);
export const NothingChosen = rare((parts) => parts.NothingChosen);
