"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReportCase, ReportDecision } from "#lib/contract/reports.ts";
import type { SanctionKind } from "#lib/contract/sanction-rules.ts";
import type { AppealDecision, Grounds, Sanction } from "#lib/contract/sanctions.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";

/** What a moderator wants to do to somebody. */
export type WantedAct = Grounds & {
  kind: SanctionKind | "remove-all";
  userId: string;
  /** For what lasts; absent: without an end. */
  until?: string;
  message?: { conversationId: string; messageId: string };
};

const doAct = async ({ kind, userId, until, message, ...grounds }: WantedAct): Promise<void> => {
  const params = { id: userId };
  switch (kind) {
    case "warn":
      return void (await call("POST /api/admin/users/{id}/warn", { params, body: grounds }));
    case "kick":
      return void (await call("POST /api/admin/users/{id}/kick", { params, body: grounds }));
    case "silence":
      return void (await call("POST /api/admin/users/{id}/silence", { params, body: { ...grounds, until: until ?? "" } }));
    case "ban":
      return void (await call("POST /api/admin/users/{id}/ban", { params, body: { ...grounds, ...(until ? { until } : {}) } }));
    default: {
      const body = { ...grounds, ...(kind === "remove" && message ? { message } : {}) };
      return void (await call("POST /api/admin/users/{id}/remove-messages", { params, body }));
    }
  }
};

/**
 * One report and what can be done about it; `initial` came with the document. It is read again only after a step of one's own:
 * each reading is put down.
 */
export const useReportCase = (initial: ReportCase) => {
  const client = useQueryClient();
  const [held, setHeld] = useState(initial);
  const params = { id: initial.report.id };
  const taken = (after: ReportCase): void => {
    setHeld(after);
    void client.invalidateQueries({ queryKey: pageKeys.reportQueue });
  };
  const readAgain = async (): Promise<void> => taken(await call("GET /api/admin/reports/{id}", { params }));
  const always = { networkMode: "always" } as const;
  const claim = useMutation({
    mutationFn: () => call("POST /api/admin/reports/{id}/claim", { params }),
    onSuccess: taken,
    ...always,
  });
  const decide = useMutation({
    mutationFn: (body: ReportDecision) => call("POST /api/admin/reports/{id}/decide", { params, body }),
    onSuccess: taken,
    ...always,
  });
  const act = useMutation({ mutationFn: doAct, onSuccess: readAgain, ...always });
  const lift = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call("POST /api/admin/sanctions/{id}/lift", { params: { id }, body: { reason } }),
    onSuccess: readAgain,
    ...always,
  });
  return { held, claim, decide, act, lift };
};

/** Decides what somebody has to say against what was done to them. */
export const useAppealDecision = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sanction, ...body }: AppealDecision & { sanction: Sanction }) =>
      call("POST /api/admin/appeals/{id}/decide", { params: { id: sanction.appeal?.id ?? "" }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: pageKeys.appeals }),
    networkMode: "always",
  });
};
