import { RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { failure } from "#lib/client/texts/en/failure.ts";
import { shell } from "#lib/client/texts/en/shell.ts";
import { StatusPage } from "./status-page.tsx";

/** Next's number of an error that the server logged; the browser gets no more of it. */
const digestOf = (error: unknown) =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

/** What stands where a page failed. Its texts come straight from the catalogue: the provider may be what failed. */
export const FailurePage = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const { title, body, reference, tryAgain } = failure;
  const digest = digestOf(error);
  return (
    <StatusPage
      icon={<RefreshCw className="size-7" />}
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
      homeLabel={shell.home}
    />
  );
};
