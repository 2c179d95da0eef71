import type { ReactNode } from "react";

type SettingsPageProps = { title: string; lead?: ReactNode; children: ReactNode };

/** One page of the settings: its title, what it is for, its sections. */
export const SettingsPage = ({ title, lead, children }: SettingsPageProps) => (
  <>
    <div>
      <h1 className="font-bold text-2xl tracking-tight">{title}</h1>
      {lead && <p className="mt-1 text-text-2">{lead}</p>}
    </div>
    {children}
  </>
);
