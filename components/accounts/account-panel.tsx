import type { ReactNode } from "react";

type AccountPanelProps = {
  title: string;
  lead: string;
  /** The way to the other form. */
  footer?: ReactNode;
  children: ReactNode;
};

/** The card in which one signs in or up. */
export const AccountPanel = ({ title, lead, footer, children }: AccountPanelProps) => (
  <div className="mx-auto grid w-full max-w-[460px] gap-5 px-4 py-8 md:py-14">
    <div className="rounded-panel border bg-surface p-5 shadow-1 md:p-8">
      <h1 className="font-bold text-2xl tracking-tight">{title}</h1>
      <p className="mt-1 mb-6 text-text-2">{lead}</p>
      {children}
    </div>
    {footer && <p className="text-center text-text-2">{footer}</p>}
  </div>
);
