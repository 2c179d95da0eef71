import { asApiError } from "./api.ts";

const isWords = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === "string");

/** What the rules have against the texts of a form, by field; nothing for another refusal. */
export const rejectedFields = (error: unknown): Record<string, string> => {
  const { code, details } = asApiError(error);
  const fields = typeof details === "object" && details !== null && "fields" in details ? details.fields : undefined;
  if (code !== "content_rejected" || typeof fields !== "object" || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, words]) => (isWords(words) ? [[field, words.join(" ")]] : [])),
  );
};
