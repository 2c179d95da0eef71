import { type Addressed, letter } from "../letter.ts";
import type { Mail } from "../ports.ts";

/** The token stands behind the #: it is sent to no server, and so to no log. */
const linkTo = (origin: string, path: string, token: string): string => `${origin}${path}#token=${token}`;

type Given = Addressed & { origin: string; token: string };

export const passwordResetMail = ({ origin, token, ...addressed }: Given): Mail =>
  letter(addressed, {
    subject: "Set a new password for UniNest",
    lead: "Somebody, most likely you, wants to set a new password for the UniNest account of this address.",
    action: "Set a new password",
    link: linkTo(origin, "/reset-password", token),
    rest: "The link works once, within 15 minutes. If it was not you, do nothing: your password stays as it is.",
  });

export const emailVerificationMail = ({ origin, token, ...addressed }: Given): Mail =>
  letter(addressed, {
    subject: "Confirm your e-mail address for UniNest",
    lead: "This address was given for an account at UniNest. Please confirm that it is yours.",
    action: "Confirm this address",
    link: linkTo(origin, "/verify-email", token),
    rest: "The link works once, within 24 hours. If you have no account at UniNest, do nothing.",
  });
