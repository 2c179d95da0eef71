import * as z from "zod";
import { limits } from "./limits.ts";
import { countCharacters, Id, line, Text, Timestamp } from "./primitives.ts";
import { reportReasons } from "./report-rules.ts";

export const Role = z.enum(["student", "landlord", "moderator", "admin"]);
export type Role = z.infer<typeof Role>;

/** Compatibility forms are folded before the check, so that a look-alike `＠` is no second address (GHSA-7rqj-j65f-68wh). */
export const Email = z
  .string()
  .max(254)
  .transform((email) => email.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email());

const { min, max } = limits.passwordCharacters;
const NewPassword = Text.refine((password) => countCharacters(password) >= min, `must have at least ${min} characters`).refine(
  (password) => countCharacters(password) <= max,
  `must have at most ${max} characters`,
);

export const Registration = z.strictObject({
  email: Email,
  password: NewPassword,
  name: line(limits.nameCharacters),
  role: z.enum(["student", "landlord"]),
});
export type Registration = z.infer<typeof Registration>;

export const User = z.strictObject({ id: Id, name: z.string(), role: Role });
export type User = z.infer<typeof User>;

export const Credentials = z.strictObject({
  email: Email,
  password: z.string().max(1024),
  deviceName: line(limits.deviceNameCharacters).optional(),
});
export type Credentials = z.infer<typeof Credentials>;

export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(1).max(200) });

export const TokenPair = z.strictObject({
  accessToken: z.string(),
  accessTokenExpiresAt: Timestamp,
  refreshToken: z.string(),
  user: User,
});
export type TokenPair = z.infer<typeof TokenPair>;

/** One sign-in of one's own, as the page of devices shows it. */
export const Session = z
  .strictObject({
    id: Id,
    kind: z.enum(["web", "token"]),
    deviceName: z.string().nullable(),
    createdAt: Timestamp,
    lastSeenAt: Timestamp,
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof Session>;

export const SessionList = z.strictObject({ items: z.array(Session) });
export type SessionList = z.infer<typeof SessionList>;

export const PasswordChange = z.strictObject({ currentPassword: z.string().max(1024), newPassword: NewPassword });
export type PasswordChange = z.infer<typeof PasswordChange>;

export const PasswordResetRequest = z.strictObject({ email: Email });

const MailedToken = z.string().min(1).max(200);
export const PasswordReset = z.strictObject({ token: MailedToken, password: NewPassword });
export type PasswordReset = z.infer<typeof PasswordReset>;

export const EmailVerification = z.strictObject({ token: MailedToken });

/** Without `until` it has no end. */
export const Ban = z.strictObject({
  until: Timestamp.optional(),
  reason: line(limits.reasonCharacters),
  /** The rule that was broken, and the report that it comes of. */
  rule: z.enum(reportReasons).optional(),
  reportId: Id.optional(),
});
export type Ban = z.infer<typeof Ban>;

/** Till when somebody is kept out; `null`: without an end. */
export const Suspension = z.strictObject({ until: Timestamp.nullable() });
export type Suspension = z.infer<typeof Suspension>;

/** What a refused sign-in comes with: the token is good for reading what was done to oneself, and for an appeal. */
export const RefusedSignIn = Suspension.extend({ appealToken: z.string() });
export type RefusedSignIn = z.infer<typeof RefusedSignIn>;
