import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldError } from "./field-error.tsx";

type TextFieldProps = ComponentProps<"input"> & {
  label: string;
  hint?: ReactNode;
  /** What is wrong, in one sentence; the field is then marked as invalid. */
  error?: string | undefined;
  /** A control at the right end, such as 'Show password'. */
  end?: ReactNode;
};

const inputClass =
  "w-full min-h-11 rounded-card border bg-surface px-3 text-[16px] text-text placeholder:text-text-3 md:text-[15px]";

/** A labelled line of text whose hint and error are tied to it. */
export const TextField = ({ label, hint, error, end, className, id: givenId, ...input }: TextFieldProps) => {
  const ownId = useId();
  const id = givenId ?? ownId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          className={clsx(inputClass, error ? "border-danger" : "border-line-control", end && "pr-12")}
        />
        {end && <div className="absolute inset-y-0 right-0 grid place-items-center">{end}</div>}
      </div>
      {hint && (
        <div id={`${id}-hint`} className="text-[13px] text-text-2">
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
};
