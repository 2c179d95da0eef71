"use client";

import { useMutation } from "@tanstack/react-query";
import { use, useEffect, useState } from "react";
import { RealtimeContext } from "./realtime-context.ts";
import { type SignIn, type SignUp, sessionCalls } from "./session.ts";
import { setSharedComputer } from "./shared-computer.ts";
import { useReturn } from "./use-return.ts";

/** A step after which one is on another page. It counts as pending until that page is there. */
const useDeparture = <Input>(step: (input: Input) => Promise<void>, to: string) => {
  // A new document, so that nothing of who was here before stays in memory.
  const mutation = useMutation({ mutationFn: step, onSuccess: () => window.location.assign(to) });
  useReturn(mutation.reset);
  return { ...mutation, busy: mutation.isPending || mutation.isSuccess };
};

/** Whoever signs in may be somebody else: the history that is kept here is nobody's until the page knows whose. */
const forgetHistory = async (): Promise<void> => {
  const { wipeHistory } = await import("./history-disk.ts");
  // A storage that cannot be opened has kept nothing.
  await wipeHistory(() => true).catch(() => undefined);
};

type SignInHere = SignIn & { isShared: boolean };

const signInHere = async ({ isShared, ...account }: SignInHere): Promise<void> => {
  await sessionCalls.signIn(account);
  setSharedComputer(isShared);
  await forgetHistory();
};

const signUpHere = async (registration: SignUp): Promise<void> => {
  await sessionCalls.signUp(registration);
  await forgetHistory();
};

/** Signs in and goes to `next`. */
export const useSignIn = (next: string) => useDeparture(signInHere, next);

/** Registers, signs in and goes to `next`. */
export const useSignUp = (next: string) => useDeparture(signUpHere, next);

/** Comes when it is needed: most pages keep nothing that could be forgotten. */
const loadForget = () => import("./forget.ts");

const signOutHere = async (userId: string): Promise<void> => (await loadForget()).forgetAfter(userId, sessionCalls.signOut);

/** Signs out, forgets everything that this browser keeps of the person, and goes to the sign-in page. */
export const useSignOut = () => useDeparture(signOutHere, "/sign-in");

/** How many messages would be lost by signing out; undefined while it is not known. */
export const useUnsentCount = (userId: string): number | undefined => {
  const realtime = use(RealtimeContext);
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (realtime) setCount(realtime.outbox.entries().length);
    else void loadForget().then(async ({ countUnsent }) => setCount(await countUnsent(userId)));
  }, [realtime, userId]);
  return count;
};

/** On the sign-in page: lets go of whoever has signed out, if the page that they left by had no time for it. */
export const useFinishForgetting = (): void => {
  useEffect(() => void loadForget().then(({ finishForgetting }) => finishForgetting()), []);
};
