import { Skeleton } from "#components/ui/skeleton.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** The shape of the page: its title and a list of rows. */
const NotificationsLoading = () => (
  <div aria-busy="true" className="grid gap-4">
    <span role="status" className="sr-only">
      {translator("notifications")("loading")}
    </span>
    <Skeleton className="h-8 w-48 rounded-card" />
    <Skeleton className="h-96 rounded-panel" />
  </div>
);

export default NotificationsLoading;
