"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReportCase, ReportDecision } from "#lib/contract/reports.ts";
import type { AppealDecision, Sanction } from "#lib/contract/sanctions.ts";
import { call } from "./api.ts";
import { doAct } from "./do-act.ts";
import { pageKeys } from "./page-keys.ts";

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
