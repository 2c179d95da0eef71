import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** What it does, for people who do not see the icon. */
  label: string;
  icon: ReactNode;
  variant?: "quiet" | "primary";
};

const variants = {
  quiet: "text-text-2 hover:bg-surface-2 hover:text-text data-popup-open:bg-surface-2",
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
};

export const IconButton = ({ label, icon, variant = "quiet", className, ...rest }: IconButtonProps) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    className={clsx(
      "touch-target inline-grid shrink-0 place-items-center rounded-card transition-colors duration-100",
      "disabled:cursor-not-allowed disabled:opacity-50",
      variants[variant],
      className,
    )}
  >
    {icon}
  </button>
);
