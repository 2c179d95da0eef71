import clsx from "clsx";
import { BadgeCheck } from "lucide-react";

type VerifiedMarkProps = {
  /** For example 'Identity checked'. */
  label: string;
  /** Show the words beside the mark, not only to a screen reader. */
  withText?: boolean;
  className?: string;
};

export const VerifiedMark = ({ label, withText = false, className }: VerifiedMarkProps) => (
  <span
    className={clsx("inline-flex items-center gap-1 font-semibold text-accent-strong", className)}
    {...(withText ? {} : { title: label })}
  >
    <BadgeCheck aria-hidden="true" className="size-[1.1em] shrink-0" />
    <span className={withText ? undefined : "sr-only"}>{label}</span>
  </span>
);
