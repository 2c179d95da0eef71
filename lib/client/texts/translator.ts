import { createTranslator } from "use-intl/core";
import { compiledTexts } from "./compiled.ts";
import type en from "./en.ts";
import { locale } from "./locale.ts";

type Subject = keyof typeof en;

/** Texts for code that is no client component (pages, metadata): `const t = translator("housing")`. */
export const translator = <const Namespace extends Subject>(namespace: Namespace) =>
  createTranslator({ locale, messages: compiledTexts, namespace });
