"use client";

import { type ReactNode, useEffect, useRef } from "react";

type OutcomeProps = { icon: ReactNode; title: string; children: ReactNode };

/** What a form has come to, in its place. The focus goes there, since what had it is gone, and it is read out by that. */
export const Outcome = ({ icon, title, children }: OutcomeProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid gap-3">
      <span aria-hidden="true" className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent-strong">
        {icon}
      </span>
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg outline-none">
        {title}
      </h2>
      {children}
    </div>
  );
};
