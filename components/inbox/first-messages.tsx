"use client";

import type { MessageRow } from "#lib/client/message-rows.ts";
import { MessageRowView } from "./message-row-view.tsx";

type FirstProps = { rows: readonly MessageRow[]; openAt: number | null; isGroup: boolean };

/** As many as fill any window. */
const ENOUGH = 30;
/** So few unread messages fit below the line in any window, and the end shows. */
const FEW = 5;

/** The messages as the server paints them, standing where the list will stand once the browser has measured it. */
export const FirstMessages = ({ rows, openAt, isGroup }: FirstProps) => {
  const opensAtLine = openAt !== null && rows.length - openAt > FEW;
  const from = opensAtLine ? Math.max(0, openAt - 1) : Math.max(0, rows.length - ENOUGH);
  return (
    <div className={opensAtLine ? "min-h-0 flex-1 overflow-hidden" : "flex min-h-0 flex-1 flex-col justify-end overflow-hidden"}>
      {rows.slice(from, from + ENOUGH).map((row) => (
        <div key={row.key} className="shrink-0">
          <MessageRowView row={row} isGroup={isGroup} watch={null} />
        </div>
      ))}
    </div>
  );
};
