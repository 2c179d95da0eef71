import { type ReactNode, useId } from "react";

type SettingsSectionProps = {
  title: string;
  /** What it does, in a sentence. */
  lead?: ReactNode;
  children: ReactNode;
};

/** A card with one subject of a page of the settings. */
export const SettingsSection = ({ title, lead, children }: SettingsSectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-panel border bg-surface p-4 shadow-1 md:p-6">
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      {lead && <p className="mt-0.5 text-[14.5px] text-text-2">{lead}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
};
