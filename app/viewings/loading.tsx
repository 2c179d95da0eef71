import { Skeleton } from "#components/ui/skeleton.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** The shape of the viewings: a few cards. */
const ViewingsLoading = () => (
  <div aria-busy="true" className="grid gap-3 lg:grid-cols-2">
    <span role="status" className="sr-only">
      {translator("viewings")("page.loading")}
    </span>
    <Skeleton className="h-56 rounded-panel" />
    <Skeleton className="h-56 rounded-panel" />
  </div>
);

export default ViewingsLoading;
