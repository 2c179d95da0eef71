import { Skeleton } from "#components/ui/skeleton.tsx";
import { translator } from "#lib/client/texts/translator.ts";

/** The shape of a landlord's page: its title, and a home or two. */
const HomesLoading = () => (
  <div aria-busy="true" className="grid gap-5">
    <span role="status" className="sr-only">
      {translator("homes")("loading")}
    </span>
    <Skeleton className="h-8 w-40 rounded-card" />
    <Skeleton className="h-44 rounded-panel" />
    <Skeleton className="h-44 rounded-panel" />
  </div>
);

export default HomesLoading;
