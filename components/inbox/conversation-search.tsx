"use client";

import { Search, X } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";

type SearchProps = {
  value: string;
  onChange: (value: string) => void;
  onClear: () => void;
  field: RefObject<HTMLInputElement | null>;
};

const SHORTCUT = "Control+K";

export const ConversationSearch = ({ value, onChange, onClear, field }: SearchProps) => {
  const t = useTranslations("inbox.list");
  return (
    <div className="relative flex items-center text-text-3">
      <Search aria-hidden="true" className="pointer-events-none absolute left-3 size-4" />
      <input
        ref={field}
        type="search"
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        aria-label={t("search")}
        aria-keyshortcuts={SHORTCUT}
        placeholder={t("searchHint")}
        autoComplete="off"
        className="h-11 w-full rounded-card border border-transparent bg-surface-2 pr-16 pl-9 text-[15px] text-text placeholder:text-text-3 md:h-10 md:text-sm [&::-webkit-search-cancel-button]:hidden"
      />
      {value === "" ? (
        <kbd className="pointer-events-none absolute right-2.5 hidden rounded-[5px] border border-line-strong px-1.5 font-sans text-[11px] md:block">
          {t("searchShortcut")}
        </kbd>
      ) : (
        <button
          type="button"
          onClick={onClear}
          aria-label={t("clearSearch")}
          className="absolute right-1 grid size-9 place-items-center"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
};
