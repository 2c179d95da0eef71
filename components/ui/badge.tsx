import clsx from "clsx";

const tones = { accent: "bg-accent text-on-accent", danger: "bg-danger text-on-danger", muted: "bg-line-strong text-text" };

type BadgeProps = {
  count: number;
  /** The count in words for a screen reader, for example '3 unread messages'. */
  label: string;
  tone?: keyof typeof tones;
  className?: string;
};

/** A small count, 99+ at most; nothing at zero. */
export const Badge = ({ count, label, tone = "accent", className }: BadgeProps) =>
  count > 0 && (
    <span
      className={clsx(
        "tabular inline-grid h-5 min-w-5 place-items-center rounded-full px-1.5 font-semibold text-xs leading-none",
        tones[tone],
        className,
      )}
    >
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
