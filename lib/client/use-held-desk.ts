"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { HeldCase, HeldPlace, HeldQueue, HeldRefusal, TakeOver } from "#lib/contract/held.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useRealtime } from "./realtime-context.ts";

/** Of whom something waits, kept in step by the line; `initial` came with the document. */
export const useHeldQueue = (initial: HeldQueue) => {
  const client = useQueryClient();
  const realtime = useRealtime();
  useEffect(
    () =>
      realtime.listen(({ event }) => {
        if (event === "moderation:held" || event === "session:ready")
          void client.invalidateQueries({ queryKey: pageKeys.heldQueue });
      }),
    [client, realtime],
  );
  const { data, isError } = useQuery({
    queryKey: pageKeys.heldQueue,
    queryFn: () => call("GET /api/admin/held", {}),
    initialData: initial,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  return { items: data.items, isStale: isError };
};

/** What a moderator does about somebody's messages. */
export type HeldStep =
  | ({ do: "release" } & HeldPlace)
  | ({ do: "refuse" } & HeldRefusal)
  | { do: "genuine" }
  | ({ do: "taken-over" } & TakeOver);

const take = (id: string, { do: name, ...body }: HeldStep): Promise<HeldCase> => {
  const params = { id };
  switch (name) {
    case "release":
      return call("POST /api/admin/held/{id}/release", { params, body: body as HeldPlace });
    case "refuse":
      return call("POST /api/admin/held/{id}/refuse", { params, body: body as HeldRefusal });
    case "genuine":
      return call("POST /api/admin/held/{id}/genuine", { params });
    case "taken-over":
      return call("POST /api/admin/held/{id}/taken-over", { params, body: body as TakeOver });
  }
};

/** All of a person that waits, and what can be done about it. Each answer shows what is left: each other reading is put down. */
export const useHeldCase = (initial: HeldCase) => {
  const client = useQueryClient();
  const [held, setHeld] = useState(initial);
  const step = useMutation({
    mutationFn: (wanted: HeldStep) => take(initial.sender.person.id, wanted),
    onSuccess: (after) => {
      setHeld(after);
      void client.invalidateQueries({ queryKey: pageKeys.heldQueue });
    },
    networkMode: "always",
  });
  return { held, step };
};
