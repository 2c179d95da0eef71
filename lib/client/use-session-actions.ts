"use client";

import { useMutation } from "@tanstack/react-query";
import { sessionCalls } from "./session.ts";
import { useReturn } from "./use-return.ts";

/** A step after which one is on another page. It counts as pending until that page is there. */
const useDeparture = <Input>(step: (input: Input) => Promise<void>, to: string) => {
  // A new document, so that nothing of who was here before stays in memory.
  const mutation = useMutation({ mutationFn: step, onSuccess: () => window.location.assign(to) });
  useReturn(mutation.reset);
  return { ...mutation, busy: mutation.isPending || mutation.isSuccess };
};

/** Signs in and goes to `next`. */
export const useSignIn = (next: string) => useDeparture(sessionCalls.signIn, next);

/** Registers, signs in and goes to `next`. */
export const useSignUp = (next: string) => useDeparture(sessionCalls.signUp, next);

/** Signs out and goes to the sign-in page. */
export const useSignOut = () => useDeparture<void>(sessionCalls.signOut, "/sign-in");
