"use client";

import { useMutation } from "@tanstack/react-query";
import type { PasswordChange, PasswordReset } from "#lib/contract/accounts.ts";
import { call } from "./api.ts";

/** Off-line, an action fails at once and says so, instead of waiting in silence. */
const useAction = <Input, Output = unknown>(mutationFn: (input: Input) => Promise<Output>) =>
  useMutation({ mutationFn, networkMode: "always" });

/** Asks for a link to a new password. Succeeds whether or not there is such an account. */
export const useForgotPassword = () => useAction((email: string) => call("POST /api/password-resets", { body: { email } }));

/** Sets a new password by the token of a link. */
export const useResetPassword = () =>
  useAction((reset: PasswordReset) => call("POST /api/password-resets/confirm", { body: reset }));

/** Sets a new password in the place of the current one. */
export const useChangePassword = () =>
  useAction((change: PasswordChange) => call("POST /api/account/password", { body: change }));

/** Asks for another link that confirms one's address. */
export const useSendVerification = () => useAction<void>(() => call("POST /api/email-verifications", {}));

/** Confirms an address by the token of a link. */
export const useVerifyEmail = () =>
  useAction((token: string) => call("POST /api/email-verifications/confirm", { body: { token } }));

/** Turns off the mails of the kind that a mailed link is of. */
export const useUnsubscribe = () =>
  useAction((token: string) => call("POST /api/notifications/unsubscribe", { query: { token } }));
