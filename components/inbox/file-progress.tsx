import clsx from "clsx";

type ProgressProps = { label: string; share: number; className?: string };

/** How much of something has arrived. Browsers paint such a bar each in its own way, and too loudly for this place. */
export const FileProgress = ({ label, share, className }: ProgressProps) => (
  <progress
    aria-label={label}
    max={1}
    value={share}
    className={clsx(
      "block h-1 appearance-none overflow-hidden rounded-full border-0 bg-text/15",
      "[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-text/15 [&::-webkit-progress-value]:bg-accent",
      className,
    )}
  />
);
