"use client";

import { useMutation } from "@tanstack/react-query";
import { call } from "./api.ts";

/** Has the whole audit log read, and holds what came of it last. */
export const useAuditVerdict = () =>
  useMutation({ mutationFn: () => call("POST /api/admin/audit/verify", {}), networkMode: "always" });
