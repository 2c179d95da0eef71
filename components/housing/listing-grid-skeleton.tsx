import { Skeleton } from "#components/ui/skeleton.tsx";
import { gridClass } from "./grid-class.ts";

const CardSkeleton = () => (
  <div className="overflow-hidden rounded-panel border bg-surface">
    <Skeleton className="h-[172px] rounded-none" />
    <div className="grid gap-2 p-4">
      <Skeleton className="h-5 w-1/2" />
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-5 w-2/5" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  </div>
);

/** The grid while it is on its way. */
export const ListingGridSkeleton = () => (
  <div className="grid gap-5">
    <div className="grid gap-2">
      <Skeleton className="h-8 w-72 max-w-full" />
      <Skeleton className="h-5 w-96 max-w-full" />
    </div>
    <div className={gridClass}>
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <CardSkeleton key={key} />
      ))}
    </div>
  </div>
);
