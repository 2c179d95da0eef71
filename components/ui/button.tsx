import clsx from "clsx";
import type { ComponentProps, MouseEvent } from "react";
import { Spinner } from "./spinner.tsx";

type Look = { variant?: "primary" | "secondary" | "quiet" | "danger" | undefined; size?: "m" | "s" | undefined };
type ButtonProps = ComponentProps<"button"> & Look & { busy?: boolean };

const variants = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-line-control bg-surface text-text hover:bg-surface-2",
  quiet: "border-transparent text-text-2 hover:bg-surface-2 hover:text-text",
  danger: "border-danger bg-danger text-on-danger hover:brightness-95",
};

const sizes = { m: "min-h-11 px-4 text-[15px]", s: "min-h-11 px-3 text-sm md:min-h-9" };

/** The look of a button, also for a link that acts as one. */
export const buttonClass = ({ variant = "primary", size = "m" }: Look = {}) =>
  clsx(
    "inline-flex select-none whitespace-nowrap items-center justify-center gap-2 rounded-card border font-semibold transition-colors duration-100",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress",
    variants[variant],
    sizes[size],
  );

/** A button. While `busy` it stays focusable and named, and ignores presses. */
export const Button = ({ variant, size, busy = false, className, children, onClick, ...rest }: ButtonProps) => {
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { "aria-disabled": true, "aria-busy": true } : {})}
      {...(busy || onClick ? { onClick: press } : {})}
      className={clsx(buttonClass({ variant, size }), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
};
