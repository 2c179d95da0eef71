import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldError } from "./field-error.tsx";

type TextAreaProps = ComponentProps<"textarea"> & {
  label: string;
  hint?: ReactNode;
  /** What is wrong, in one sentence; the field is then marked as invalid. */
  error?: string | undefined;
};

/** A labelled text of several lines whose hint and error are tied to it. */
export const TextArea = ({ label, hint, error, className, ...area }: TextAreaProps) => {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <textarea
        {...area}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={clsx(
          "w-full rounded-card border bg-surface px-3 py-2 text-[16px] text-text placeholder:text-text-3 md:text-[15px]",
          error ? "border-danger" : "border-line-control",
        )}
      />
      {hint && (
        <div id={`${id}-hint`} className="text-[13px] text-text-2">
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
};
