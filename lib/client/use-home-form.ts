"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import { asApiError } from "./api.ts";
import {
  type DetailField,
  errorsOfIssues,
  type FieldErrors,
  type Fields,
  type InvalidKey,
  type RoomField,
} from "./check-home.ts";
import { rejectedFields } from "./rejected-fields.ts";

const fieldsOf = <Name extends string>(form: HTMLFormElement, names: readonly Name[]): Fields<Name> => {
  const data = new FormData(form);
  const texts = names.map((name) => [name, String(data.get(name) ?? "")]);
  return Object.fromEntries(texts);
};

/** Errors by field in words, and a submit that goes to the first of them instead of to the server. */
export const useHomeForm = <Name extends DetailField | RoomField>(
  names: readonly Name[],
  check: (fields: Fields<Name>) => FieldErrors<Name>,
) => {
  const t = useTranslations("homes.invalid");
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FieldErrors<Name>>({});
  const [rejected, setRejected] = useState<Record<string, string>>({});

  const show = (found: FieldErrors<Name>, words: Record<string, string> = {}): boolean => {
    setErrors(found);
    setRejected(words);
    const first = names.find((name) => found[name] || words[name]);
    const element = first && form.current?.elements.namedItem(first);
    if (element instanceof HTMLElement) element.focus();
    return first !== undefined;
  };

  return {
    form,
    submit: (send: (fields: Fields<Name>) => void) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const fields = fieldsOf(event.currentTarget, names);
      if (!show(check(fields))) send(fields);
    },
    /** What the server did not accept stands at its fields; what was written stays. */
    refuse: (error: unknown): void => void show(errorsOfIssues(asApiError(error).issues, names), rejectedFields(error)),
    text: (name: Name): string | undefined => {
      if (rejected[name]) return rejected[name];
      const key: InvalidKey | undefined = errors[name];
      if (key === "amenities") return t(key, { amenities: String(homeLimits.amenities) });
      return key === "amenityTooLong" ? t(key, { characters: String(homeLimits.amenityCharacters) }) : key && t(key);
    },
  };
};
