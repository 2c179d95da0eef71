"use client";

import "./globals.css";
import { LazyFailurePage } from "#components/shell/lazy-failure-page.tsx";
import { failure } from "#lib/client/texts/en/failure.ts";

type Props = { error: unknown; retry: () => void };

/** Stands in for the root layout itself, and so brings its own document. */
const GlobalError = ({ error, retry }: Props) => (
  <html lang="en">
    <body>
      <title>{failure.title}</title>
      <LazyFailurePage error={error} retry={retry} />
    </body>
  </html>
);

export default GlobalError;
