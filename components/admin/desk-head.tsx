import type { ReactNode } from "react";

type DeskHeadProps = { title: string; lead: string /** Beside the title. */; children?: ReactNode };

/** What a page of the desk is called, and what it is for. */
export const DeskHead = ({ title, lead, children }: DeskHeadProps) => (
  <div>
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <h1 className="font-bold text-2xl tracking-tight">{title}</h1>
      {children}
    </div>
    <p className="mt-1 text-text-2">{lead}</p>
  </div>
);
