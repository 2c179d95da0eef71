import { Skeleton } from "#components/ui/skeleton.tsx";

/** Bookings while they are on their way; `label` says so to a screen reader. */
export const BookingListSkeleton = ({ label }: { label: string }) => (
  <div aria-busy="true" className="grid gap-3">
    <p role="status" className="sr-only">
      {label}
    </p>
    {["a", "b", "c"].map((key) => (
      <Skeleton key={key} className="h-[126px] rounded-panel" />
    ))}
  </div>
);
