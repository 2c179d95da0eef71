"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "#components/ui/notice.tsx";

type ListProps = {
  empty: string;
  /** What was done last, in words; it changes when a row has gone. */
  done: string | null;
  failed: string | null;
  children: ReactNode[];
};

/** The rows, or a word that there are none. Focus stays here when the row that held it has gone. */
export const KeptOutList = ({ empty, done, failed, children }: ListProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done !== null) box.current?.focus();
  }, [done]);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      {children.length > 0 ? <ul className="divide-y">{children}</ul> : <p className="text-text-2">{empty}</p>}
      <p role="status" className="mt-2 text-[14px] text-text-2 empty:hidden">
        {done}
      </p>
      <div role="alert">{failed !== null && <Notice tone="danger">{failed}</Notice>}</div>
    </div>
  );
};
