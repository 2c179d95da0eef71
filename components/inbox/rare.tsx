"use client";

import { type ComponentType, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { rareParts } from "./rare-parts.tsx";

/** What stands for a part that cannot be had: without a network, before the browser has the house's files. */
const NotHere = () => <p className="p-6 text-center text-text-2">{useTranslations("inbox.conversation")("changeFailed")}</p>;

const later = <Parts, Props extends object>(
  load: () => Promise<Parts>,
  pick: (parts: Parts) => ComponentType<Props>,
  instead = NotHere,
) => {
  const Part: ComponentType<Props> = lazy(() =>
    load().then(
      (parts) => ({ default: pick(parts) }),
      () => ({ default: instead as ComponentType<Props> }),
    ),
  );
  return (props: Props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
};

const loadRare = () => import("./rare-parts.tsx").then((module) => module.rareParts);
const rare = <Props extends object>(pick: (parts: typeof rareParts) => ComponentType<Props>) => later(loadRare, pick);

export const ConversationListEmpty = rare((parts) => parts.ConversationListEmpty);
export const ConversationMissing = rare((parts) => parts.ConversationMissing);
export const ConversationProblem = rare((parts) => parts.ConversationProblem);
export const JumpButton = rare((parts) => parts.JumpButton);
export const ListFailed = rare((parts) => parts.ListFailed);
export const MoreFailed = rare((parts) => parts.MoreFailed);

const loadUnopened = () => import("./unopened-parts.tsx").then((module) => module.unopenedParts);
export const BottomBar = later(
  loadUnopened,
  (parts) => parts.BottomBar,
  () => <></>,
);
export const NothingChosen = later(loadUnopened, (parts) => parts.NothingChosen);
