"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";

/** How much room is left, near the limit only. Above the field, which must not move under the cursor: it grows upwards. */
export const ComposerCount = ({ id, left }: { id: string; left: number | null }) => {
  const t = useTranslations("inbox.composer");
  return (
    <p
      id={id}
      aria-live="polite"
      className={clsx(
        "tabular text-right text-[13px]",
        left !== null && "px-5 pt-2",
        left !== null && left < 0 ? "text-danger" : "text-text-2",
      )}
    >
      {left === null ? "" : left < 0 ? t("over", { count: -left }) : t("left", { count: left })}
    </p>
  );
};
