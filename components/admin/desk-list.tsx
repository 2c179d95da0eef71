"use client";

import type { ReactNode } from "react";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { MoreOfList } from "#lib/client/use-desk-list.ts";

type DeskListProps = {
  /** What the list is called to who cannot see it. */
  label: string;
  /** Stands in its place while there is nothing in it. */
  empty: ReactNode;
  isEmpty: boolean;
  /** What is wrong with it at the moment, or nothing. */
  problem: ReactNode;
  more: MoreOfList;
  moreLabel: string;
  moreFailed: string;
  /** Its rows. */
  children: ReactNode;
};

/** A list of the desk with all that there is to say of it, and the way to the rest of it. */
export const DeskList = ({ label, empty, isEmpty, problem, more, moreLabel, moreFailed, children }: DeskListProps) => (
  <>
    {isEmpty && empty}
    <ul aria-label={label} className="grid gap-3 empty:hidden">
      {children}
    </ul>
    <FormAlert>{problem}</FormAlert>
    {more.exists && (
      <div className="grid justify-items-center gap-2">
        <Button variant="secondary" size="s" busy={more.busy} onClick={more.load}>
          {moreLabel}
        </Button>
        <FormAlert>{more.failed && moreFailed}</FormAlert>
      </div>
    )}
  </>
);
