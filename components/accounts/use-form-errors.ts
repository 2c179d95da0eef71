"use client";

import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { limits } from "#lib/contract/limits.ts";
import type { AccountFields, FieldErrors } from "./check-fields.ts";

const { min, max } = limits.passwordCharacters;
const passwordValues = { min: String(min), max: String(max) };
const nameValues = { max: String(limits.nameCharacters) };

/** The text of a form's field as it stands. */
const fieldsOf = (form: HTMLFormElement): AccountFields => {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  return { email: text("email"), password: text("password"), name: text("name"), role: text("role"), current: text("current") };
};

/** Errors by field in words, and a submit that goes to the first of them instead of to the server. */
export const useFormErrors = (check: (fields: AccountFields) => FieldErrors) => {
  const t = useTranslations("accounts.invalid");
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [rejected, setRejected] = useState<Record<string, string>>({});

  const show = (found: FieldErrors, words: Record<string, string> = {}) => {
    setErrors(found);
    setRejected(words);
    const invalid = [...(form.current?.elements ?? [])].find(
      (element) =>
        element instanceof HTMLInputElement && (Object.hasOwn(found, element.name) || Object.hasOwn(words, element.name)),
    );
    if (invalid instanceof HTMLElement) invalid.focus();
  };

  const submit = (send: (fields: AccountFields) => void) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = fieldsOf(event.currentTarget);
    const found = check(fields);
    show(found);
    if (Object.keys(found).length === 0) send(fields);
  };

  const text = (field: keyof AccountFields) => {
    if (rejected[field]) return rejected[field];
    const key = errors[field];
    if (key === "password") return t(key, passwordValues);
    return key === "name" ? t(key, nameValues) : key && t(key);
  };

  return { form, show, submit, text };
};
