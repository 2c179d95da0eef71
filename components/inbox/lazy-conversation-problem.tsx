"use client";

import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { ConversationProblem as Problem, ProblemProps } from "./conversation-problem.tsx";

const Bare = ({ onRetry }: ProblemProps) => (
  <button type="button" onClick={onRetry} className="m-auto min-h-11 underline">
    {useTranslations("common")("tryAgain")}
  </button>
);

/** Most never see it; where it cannot be had, one can still try again. */
const ConversationProblem = lazy<typeof Problem>(() =>
  import("./conversation-problem.tsx").then(
    (module) => ({ default: module.ConversationProblem }),
    () => ({ default: Bare }),
  ),
);

export const LazyConversationProblem = (props: ProblemProps) => (
  <Suspense fallback={null}>
    <ConversationProblem {...props} />
  </Suspense>
);
