"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import type { Companion } from "#lib/client/companions.ts";
import { useCompanions } from "#lib/client/use-companions.ts";

type PickerProps = {
  chosen: readonly Companion[];
  onChange: (chosen: Companion[]) => void;
  /** Those who are in it already. */
  without?: ReadonlySet<string>;
  error?: string | undefined;
};

const isSame = (one: Companion, other: Companion): boolean => one.userId === other.userId;

const Chip = ({ person: { userId, name } }: { person: Companion }) => {
  const t = useTranslations("groups");
  return (
    <Combobox.Chip className="flex max-w-full items-center gap-1.5 rounded-full bg-surface-2 py-0.5 pr-0.5 pl-1 text-[14px] outline-none focus-within:ring-2 focus-within:ring-accent">
      <Avatar userId={userId} name={name} size="xs" />
      <span dir="auto" className="min-w-0 truncate">
        {name}
      </span>
      <Combobox.ChipRemove
        aria-label={t("unchoose", { name })}
        className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-full text-text-2 hover:bg-line md:size-6"
      >
        <X aria-hidden="true" className="size-3.5" />
      </Combobox.ChipRemove>
    </Combobox.Chip>
  );
};

const Choice = ({ person }: { person: Companion }) => {
  const t = useTranslations("inbox.side.role");
  return (
    <Combobox.Item
      value={person}
      className="flex min-h-12 cursor-pointer select-none items-center gap-3 rounded-card px-2 outline-none data-highlighted:bg-surface-2"
    >
      <Avatar userId={person.userId} name={person.name} size="s" />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate text-[15px]">
          {person.name}
        </span>
        <span className="block text-[13px] text-text-2">{t(person.role)}</span>
      </span>
      <span className="grid size-5 shrink-0 place-items-center rounded-full border border-line-control">
        <Combobox.ItemIndicator className="grid size-5 place-items-center rounded-full bg-accent text-on-accent">
          <Check aria-hidden="true" className="size-3.5" />
        </Combobox.ItemIndicator>
      </span>
    </Combobox.Item>
  );
};

/** Chooses some of those whom one shares a conversation with: a field, what was chosen as chips in it, and the list below. */
export const PeoplePicker = ({ chosen, onChange, without, error }: PickerProps) => {
  const t = useTranslations("groups");
  const id = useId();
  const [q, setQ] = useState("");
  const { people, isLooking } = useCompanions(q);
  const offered = without ? people.filter(({ userId }) => !without.has(userId)) : people;
  const none = isLooking ? t("looking") : t(q.trim() === "" ? "nobodyKnown" : "nobodyFound");
  return (
    <Combobox.Root
      inline
      open
      multiple
      autoHighlight
      items={offered}
      filter={null}
      value={[...chosen]}
      onValueChange={(next) => {
        onChange(next);
        setQ("");
      }}
      inputValue={q}
      onInputValueChange={setQ}
      itemToStringLabel={({ name }) => name}
      isItemEqualToValue={isSame}
    >
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-medium text-sm">
          {t("people")}
        </label>
        <Combobox.Chips className="flex max-h-32 min-h-11 flex-wrap items-center gap-1.5 overflow-y-auto rounded-card border border-line-control bg-surface px-2 py-1.5 focus-within:outline-2 focus-within:outline-accent">
          {chosen.map((person) => (
            <Chip key={person.userId} person={person} />
          ))}
          <Combobox.Input
            id={id}
            placeholder={t("find")}
            aria-describedby={error ? `${id}-error` : undefined}
            aria-invalid={error ? true : undefined}
            className="min-h-8 min-w-32 flex-1 bg-transparent px-1 text-[16px] text-text outline-none placeholder:text-text-3 md:text-[15px]"
          />
        </Combobox.Chips>
        <p role="status" className="text-[13px] text-text-2">
          {t("chosen", { count: chosen.length })}
        </p>
        {error && (
          <p id={`${id}-error`} role="alert" className="text-[13px] text-danger">
            {error}
          </p>
        )}
      </div>
      <Combobox.Empty className="py-3 text-[14px] text-text-2 empty:hidden">{offered.length === 0 ? none : null}</Combobox.Empty>
      <Combobox.List aria-label={t("choose")} className="max-h-64 overflow-y-auto overscroll-contain outline-none empty:hidden">
        {(person: Companion) => <Choice key={person.userId} person={person} />}
      </Combobox.List>
    </Combobox.Root>
  );
};
