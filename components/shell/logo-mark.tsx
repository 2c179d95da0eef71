import clsx from "clsx";

/** The 'u' of UniNest, a nest on a green square. Decoration: the name stands beside it or in the link's label. */
export const LogoMark = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={clsx("shrink-0 text-on-accent", className)}>
    <rect width="32" height="32" rx="10" className="fill-accent" />
    <path
      d="M10.5 10v6.6a5.5 5.5 0 0 0 11 0V10M21.5 10v12.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
