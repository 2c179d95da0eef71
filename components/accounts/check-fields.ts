import { limits } from "#lib/contract/limits.ts";

export type SignInFields = { email: string; password: string };
export type SignUpFields = SignInFields & { name: string; role: string };
/** Of every form; `current` is the password that a new one takes the place of. */
export type AccountFields = SignUpFields & { current: string };

/** Keys of the catalogue's `accounts.invalid`. */
type InvalidKey = "email" | "emailMissing" | "passwordMissing" | "password" | "name" | "role";
export type FieldErrors = Partial<Record<keyof AccountFields, InvalidKey>>;

const LOOKS_LIKE_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Characters as the contract counts them: code points. */
export const countCharacters = (text: string): number => [...text].length;

const within = (text: string, min: number, max: number) => {
  const count = countCharacters(text);
  return count >= min && count <= max;
};

const emailError = (email: string): FieldErrors => {
  if (email.trim() === "") return { email: "emailMissing" };
  return LOOKS_LIKE_EMAIL.test(email.trim()) ? {} : { email: "email" };
};

const { min, max } = limits.passwordCharacters;

/** What stands in the way of a sign-in, by field. */
export const checkSignIn = ({ email, password }: SignInFields): FieldErrors => ({
  ...emailError(email),
  ...(password === "" ? { password: "passwordMissing" as const } : {}),
});

const newPasswordError = (password: string): FieldErrors => (within(password, min, max) ? {} : { password: "password" });

/** What stands in the way of asking for a link to a new password. */
export const checkForgotten = ({ email }: Pick<AccountFields, "email">): FieldErrors => emailError(email);

/** What stands in the way of a new password. */
export const checkReset = ({ password }: Pick<AccountFields, "password">): FieldErrors => newPasswordError(password);

/** What stands in the way of a new password in the place of the current one. */
export const checkPasswordChange = ({ current, password }: Pick<AccountFields, "current" | "password">): FieldErrors => ({
  ...(current === "" ? { current: "passwordMissing" as const } : {}),
  ...newPasswordError(password),
});

/** What stands in the way of a registration, by field. The server has the last word. */
export const checkSignUp = ({ email, password, name, role }: SignUpFields): FieldErrors => ({
  ...(role === "student" || role === "landlord" ? {} : { role: "role" as const }),
  ...(within(name.trim(), 1, limits.nameCharacters) ? {} : { name: "name" as const }),
  ...emailError(email),
  ...newPasswordError(password),
});

const isField = (name: string | undefined): name is keyof SignUpFields =>
  name === "email" || name === "password" || name === "name" || name === "role";

/** The issues of a problem document as errors of fields; a path is `email` or ends with it (`body.email`). */
export const errorsOfIssues = (issues: readonly { path: string }[]): FieldErrors => {
  const fields = issues.map(({ path }) => path.split(/[./]/).at(-1)).filter(isField);
  return Object.fromEntries(fields.map((field) => [field, field]));
};
