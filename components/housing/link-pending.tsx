"use client";

import { useLinkStatus } from "next/link";
import { Spinner } from "#components/ui/spinner.tsx";

/** A turning ring inside a link whose page is on its way; stands in the link itself. */
export const LinkPending = () => {
  const { pending } = useLinkStatus();
  return (
    pending && (
      <span className="absolute top-3 right-3 grid size-7 place-items-center rounded-full bg-surface text-accent-strong shadow-1">
        <Spinner />
      </span>
    )
  );
};
