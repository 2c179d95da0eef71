"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Role } from "#lib/contract/accounts.ts";
import type { PersonFile } from "#lib/contract/people.ts";
import { call } from "./api.ts";
import { doAct, type WantedAct } from "./do-act.ts";
import { pageKeys } from "./page-keys.ts";
import { useSignInAgain } from "./use-sign-in-again.ts";

/**
 * Somebody and what can be done about them; `initial` came with the document. They are read again only after a step of one's own:
 * each reading is put down.
 */
export const usePersonFile = (initial: PersonFile) => {
  const client = useQueryClient();
  const [held, setHeld] = useState(initial);
  const params = { id: initial.person.id };
  const readAgain = async (): Promise<void> => {
    setHeld(await call("GET /api/admin/users/{id}", { params }));
    void client.invalidateQueries({ queryKey: pageKeys.people });
  };
  const options = { onSuccess: readAgain, networkMode: "always" } as const;
  const act = useMutation({
    mutationFn: (wanted: Omit<WantedAct, "userId">) => doAct({ ...wanted, userId: params.id }),
    ...options,
  });
  const lift = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call("POST /api/admin/sanctions/{id}/lift", { params: { id }, body: { reason } }),
    ...options,
  });
  const endSessions = useMutation({
    mutationFn: (sessionId: string | undefined) =>
      call("POST /api/admin/users/{id}/end-sessions", { params, body: sessionId ? { sessionId } : {} }),
    ...options,
  });
  const setRole = useMutation({
    mutationFn: (role: Role) => call("PUT /api/admin/users/{id}/role", { params, body: { role } }),
    ...options,
  });
  useSignInAgain(act.error, lift.error, endSessions.error, setRole.error);
  return { held, act, lift, endSessions, setRole };
};
