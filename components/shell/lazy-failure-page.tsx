"use client";

import { lazy, Suspense } from "react";
import { failure } from "#lib/client/texts/en/failure.ts";

type FailureProps = { error: unknown; retry: () => void };

/** What stands there when not even the page about failures can be had: the words, and the way on. */
const BareFailure = ({ retry }: FailureProps) => (
  <main id="content" className="grid min-h-dvh place-content-center gap-3 text-center">
    <h1>{failure.title}</h1>
    <button type="button" onClick={retry} className="underline">
      {failure.tryAgain}
    </button>
  </main>
);

const FailurePage = lazy(() =>
  import("./failure-page.tsx").then(
    (module) => ({ default: module.FailurePage }),
    () => ({ default: BareFailure }),
  ),
);

/** The page about failures, which comes when something has failed: the error boundaries are part of every page. */
export const LazyFailurePage = (props: FailureProps) => (
  <Suspense fallback={null}>
    <FailurePage {...props} />
  </Suspense>
);
