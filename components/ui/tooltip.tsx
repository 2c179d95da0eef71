"use client";

import clsx from "clsx";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";

const sides = {
  right: "top-1/2 left-full ml-2 -translate-y-1/2",
  top: "bottom-full left-1/2 mb-1.5 -translate-x-1/2",
  bottom: "top-full left-1/2 mt-1.5 -translate-x-1/2",
};

type TooltipProps = {
  /** The words in the bubble. Only for eyes: the control needs a name of its own. */
  text: string;
  side?: keyof typeof sides;
  /** The control itself. */
  children: ReactNode;
};

const useEscape = (active: boolean, act: () => void) => {
  const onEscape = useEffectEvent(act);
  useEffect(() => {
    if (!active) return;
    const press = ({ key }: KeyboardEvent) => key === "Escape" && onEscape();
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [active]);
};

/** Words beside a control while it is hovered or focused by the keyboard; Escape takes them away. */
export const Tooltip = ({ text, side = "top", children }: TooltipProps) => {
  const [shown, setShown] = useState(false);
  useEscape(shown, () => setShown(false));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it watches the control inside, and does nothing by itself
    <span
      className="relative inline-grid"
      onPointerEnter={({ pointerType }) => setShown(pointerType === "mouse")}
      onPointerLeave={() => setShown(false)}
      onFocus={({ target }) => setShown(target.matches(":focus-visible"))}
      onBlur={() => setShown(false)}
    >
      {children}
      {shown && (
        <span
          aria-hidden="true"
          className={clsx(
            "absolute z-50 whitespace-nowrap rounded-md bg-text px-2 py-1 text-[13px] text-bg shadow-2",
            sides[side],
          )}
        >
          {text}
        </span>
      )}
    </span>
  );
};
