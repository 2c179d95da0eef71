import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type FieldErrorProps = { id: string; children: ReactNode };

/** What is wrong with one field. Point the field's `aria-describedby` to its id. */
export const FieldError = ({ id, children }: FieldErrorProps) => (
  <p id={id} className="flex items-start gap-1.5 text-[13px] text-danger">
    <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
    <span>{children}</span>
  </p>
);
