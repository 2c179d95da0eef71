import clsx from "clsx";

type FigureCardProps = {
  label: string;
  value: string;
  unit?: string | undefined;
  /** What belongs to it, in small. */
  more?: string | undefined;
  isBad?: boolean;
};

/** One figure of the overview. */
export const FigureCard = ({ label, value, unit, more, isBad = false }: FigureCardProps) => (
  <div className="min-w-0 rounded-panel border bg-surface p-4 shadow-1">
    <dt className="font-medium text-[13px] text-text-2">{label}</dt>
    <dd className="mt-1">
      <span className="font-semibold text-[26px] leading-tight tracking-tight tabular-nums">{value}</span>
      {unit && <span className="ml-1 text-[13px] text-text-3">{unit}</span>}
      {more && <span className={clsx("block text-[12.5px] tabular-nums", isBad ? "text-danger" : "text-text-2")}>{more}</span>}
    </dd>
  </div>
);
