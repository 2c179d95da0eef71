import clsx from "clsx";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon: ReactNode;
  title: string;
  body?: ReactNode;
  /** What to do next: a button or a link. */
  action?: ReactNode;
  /** The rank of the title in the page. */
  heading?: "h1" | "h2" | "h3" | "p";
  className?: string;
};

/** A friendly word where nothing is to be shown, and what to do next. */
export const EmptyState = ({ icon, title, body, action, heading: Heading = "h2", className }: EmptyStateProps) => (
  <div className={clsx("mx-auto grid max-w-sm justify-items-center gap-2 px-6 py-12 text-center", className)}>
    <span aria-hidden="true" className="mb-2 grid size-14 place-items-center rounded-full bg-accent-soft text-accent-strong">
      {icon}
    </span>
    <Heading className="font-semibold text-lg">{title}</Heading>
    {body && <p className="text-text-2">{body}</p>}
    {action && <div className="mt-3">{action}</div>}
  </div>
);
