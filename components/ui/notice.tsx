import clsx from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  danger: { look: "border-danger/40 bg-danger-soft", icon: <CircleAlert aria-hidden="true" className="size-5 text-danger" /> },
  warn: { look: "border-warn-line bg-warn-soft", icon: <TriangleAlert aria-hidden="true" className="size-5 text-warn" /> },
  info: { look: "border-line bg-surface-2", icon: <Info aria-hidden="true" className="size-5 text-text-2" /> },
};

type NoticeProps = { tone: keyof typeof tones; children: ReactNode; className?: string };

/** A framed remark. Announces nothing: put it into a live region when it appears later than the page. */
export const Notice = ({ tone, children, className }: NoticeProps) => (
  <div
    className={clsx(
      "grid grid-cols-[auto_1fr] gap-2.5 rounded-card border px-3 py-2.5 text-[14px] text-text",
      tones[tone].look,
      className,
    )}
  >
    {tones[tone].icon}
    <div className="min-w-0">{children}</div>
  </div>
);
