"use client";

import clsx from "clsx";
import { type KeyboardEvent, type RefObject, useEffect, useId, useImperativeHandle, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { useOthers } from "#lib/client/use-people.ts";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";

/** What is being typed of a name, up to where one writes: an @ at a word's beginning, and at most two words. */
const BEGUN = /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/u;
const MOST = 6;

const begins = (name: string, typed: string): boolean => {
  const small = typed.toLocaleLowerCase();
  return [name, ...name.split(" ")].some((part) => part.toLocaleLowerCase().startsWith(small));
};

/** Asked before the field acts on a key; true: it was meant for the list. */
export type MentionKeys = (event: KeyboardEvent) => boolean;

type MentionListProps = {
  conversation: ConversationSummary;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  keys: RefObject<MentionKeys | null>;
  onWrite: (text: string) => void;
};

/** While a name is typed after an @: those of the group who may be meant. The focus stays where one writes. */
export const MentionList = ({ conversation, field, text, keys, onWrite }: MentionListProps) => {
  const t = useTranslations("inbox.composer");
  const id = useId();
  const others = useOthers(conversation);
  const [at, setAt] = useState(0);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const caret = field.current?.selectionStart ?? text.length;
  const typed = BEGUN.exec(text.slice(0, caret))?.[1];
  const offered =
    typed === undefined || closedFor === typed ? [] : others.filter(({ name }) => begins(name, typed)).slice(0, MOST);
  const chosen = offered[Math.min(at, offered.length - 1)];
  const isOpen = chosen !== undefined;

  const take = ({ name }: Participant): void => {
    const before = text.slice(0, caret - (typed?.length ?? 0));
    const rest = text.slice(caret);
    const next = `${before}${name}${/^\s/.test(rest) ? "" : " "}`;
    onWrite(next + rest);
    setAt(0);
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.length, next.length);
    });
  };

  useImperativeHandle(keys, () => ({ key, shiftKey, nativeEvent }) => {
    if (!chosen || nativeEvent.isComposing) return false;
    if (key === "Escape") setClosedFor(typed ?? null);
    else if (key === "ArrowDown" || key === "ArrowUp")
      setAt((offered.indexOf(chosen) + (key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length);
    else if ((key === "Enter" && !shiftKey) || key === "Tab") take(chosen);
    else return false;
    return true;
  });

  const activeId = chosen && `${id}-${chosen.userId}`;
  useEffect(() => {
    const box = field.current;
    if (!box || !activeId) return undefined;
    box.setAttribute("aria-controls", id);
    box.setAttribute("aria-activedescendant", activeId);
    return () => {
      box.removeAttribute("aria-controls");
      box.removeAttribute("aria-activedescendant");
    };
  }, [field, id, activeId]);

  return (
    <>
      <p role="status" className="sr-only">
        {isOpen && t("mentions", { count: offered.length })}
      </p>
      {isOpen && (
        <div
          id={id}
          role="listbox"
          aria-label={t("mention")}
          className="max-h-72 overflow-y-auto border-line border-b px-2.5 py-1.5 md:px-5"
        >
          {offered.map((person) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
            <div
              key={person.userId}
              id={`${id}-${person.userId}`}
              role="option"
              tabIndex={-1}
              aria-selected={person === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
              className={clsx(
                "flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md px-2 text-[15px]",
                person === chosen ? "bg-accent-soft" : "hover:bg-surface-2",
              )}
            >
              <Avatar userId={person.userId} name={person.name} size="s" />
              <span dir="auto" className="min-w-0 truncate">
                {person.name}
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  );
};
