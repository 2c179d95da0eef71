"use client";

import clsx from "clsx";
import { EmojiPicker as Base, type EmojiPickerListComponents } from "frimousse";
import { useTranslations } from "use-intl";

const cellClass = "grid h-11 min-w-0 flex-1 cursor-pointer place-items-center rounded-md text-[22px] leading-none md:h-9";

/** The picker counts from nought, and who reads it to somebody from one. */
const fromOne = <Props extends object>(props: Props, place: keyof Props): Props =>
  props[place] === undefined ? props : { ...props, [place]: Number(props[place]) + 1 };

/** What the list is made of; the arrow keys move through it while the focus stays in the search. */
const parts: EmojiPickerListComponents = {
  CategoryHeader: ({ category, ...rest }) => (
    <div {...rest} className="bg-surface px-1 pt-2.5 pb-1.5 font-semibold text-[12.5px] text-text-2">
      {category.label}
    </div>
  ),
  Row: (props) => <div {...fromOne(props, "aria-rowindex")} />,
  Emoji: ({ emoji, ...rest }) => (
    <button
      type="button"
      {...fromOne(rest, "aria-colindex")}
      title={emoji.label}
      className={clsx(cellClass, emoji.isActive && "bg-surface-2 outline-2 outline-accent -outline-offset-2")}
    >
      {emoji.emoji}
    </button>
  ),
};

/** Every emoji, in its groups, or those that are looked for. */
export const EmojiList = () => {
  const t = useTranslations("emoji");
  return (
    <Base.Viewport
      // The list is reached by the arrow keys of the search; with Tab it is one stop.
      tabIndex={0}
      aria-label={t("list")}
      className="relative -mx-1 h-[38dvh] px-1 outline-none focus-visible:outline-2 md:h-64"
    >
      <Base.Loading className="absolute inset-x-0 top-8 text-center text-text-2">{t("looking")}</Base.Loading>
      <Base.Empty className="absolute inset-x-0 top-8 text-center text-text-2">
        {({ search }) => t("nothing", { search })}
      </Base.Empty>
      <Base.List aria-label={t("list")} components={parts} />
    </Base.Viewport>
  );
};
