import { Skeleton } from "#components/ui/skeleton.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** The shape of the page: its title, the form and the list. */
const AlertsLoading = () => (
  <div aria-busy="true" className="grid gap-4">
    <span role="status" className="sr-only">
      {translator("alerts")("loading")}
    </span>
    <Skeleton className="h-8 w-56 rounded-card" />
    <Skeleton className="h-[430px] rounded-panel" />
    <Skeleton className="h-64 rounded-panel" />
  </div>
);

export default AlertsLoading;
