"use client";

import type { AuditPage } from "#lib/contract/audit.ts";
import { call } from "./api.ts";
import { pageKeys } from "./page-keys.ts";
import { useDeskList } from "./use-desk-list.ts";

/** What admins did, the newest first; `initial` came with the document. */
export const useAuditLog = (initial: AuditPage) =>
  useDeskList({ queryKey: pageKeys.auditLog, load: (query) => call("GET /api/admin/audit", { query }), initial });
