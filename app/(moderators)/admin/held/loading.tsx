import { Skeleton } from "#components/ui/skeleton.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** The shape of the page: its title and the list. */
const HeldLoading = () => (
  <div aria-busy="true" className="grid gap-4">
    <span role="status" className="sr-only">
      {translator("moderation")("held.loading")}
    </span>
    <Skeleton className="h-8 w-56 rounded-card" />
    <Skeleton className="h-[430px] rounded-panel" />
  </div>
);

export default HeldLoading;
