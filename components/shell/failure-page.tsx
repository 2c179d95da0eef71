import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { backoffMs } from "#lib/client/backoff.ts";
import { failure } from "#lib/client/texts/en/failure.ts";
import { StatusPage } from "./status-page.tsx";

/** Next's number of an error that the server logged; the browser gets no more of it. */
const digestOf = (error: unknown) =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

/** An arrow in a circle. Drawn here: what the other icons are made of would come with every page twice. */
const Again = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" className="size-7">
    <title>{failure.tryAgain}</title>
    <path d="M20 5v5h-5M20 10a8 8 0 1 0 0 4" />
  </svg>
);

/** Since the document was loaded: each try brings a page of its own, which would begin to count anew. */
let tries = 0;

/** What failed may well work in a moment, as when a database was busy: it is asked for again, ever more rarely. */
const useNextTry = (retry: () => void): void => {
  useEffect(() => {
    tries += 1;
    const timer = setTimeout(retry, backoffMs(tries));
    return () => clearTimeout(timer);
  }, [retry]);
};

/** What stands where a page failed. Its texts come straight from the catalogue: the provider may be what failed. */
export const FailurePage = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const { title, body, reference, tryAgain, home } = failure;
  const digest = digestOf(error);
  useNextTry(retry);
  return (
    <StatusPage
      icon={<Again />}
      title={title}
      body={
        <>
          {body}
          {digest && (
            <span className="mt-2 block text-[13px]">
              {reference} {digest}
            </span>
          )}
        </>
      }
      action={<Button onClick={retry}>{tryAgain}</Button>}
      homeLabel={home}
    />
  );
};
