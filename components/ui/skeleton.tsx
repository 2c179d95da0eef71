import clsx from "clsx";

/** A grey stand-in with the shape of what comes; size it by `className`. Mark the region that loads with `aria-busy`. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden="true" className={clsx("skeleton block", className)} />
);
