"use client";

import { useQuery } from "@tanstack/react-query";
import { call } from "./api.ts";
import { queryKeys } from "./query-keys.ts";

/** What admins tell everybody, kept in step by the line; nothing until it is known. */
export const useAlerts = () => useQuery({ queryKey: queryKeys.alerts, queryFn: () => call("GET /api/alerts", {}) }).data?.items;
