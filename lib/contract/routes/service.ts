import * as z from "zod";
import { Nothing, type Route } from "./route.ts";

const PartState = z.strictObject({ state: z.enum(["up", "down"]) });
export const Health = z.strictObject({ status: z.enum(["ok", "down"]), parts: z.record(z.string(), PartState) });
export type Health = z.infer<typeof Health>;

/** How the process is. */
export const serviceRoutes = {
  "GET /api/health": {
    summary: "Is the process alive, and each of its parts?",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Health,
    statuses: [200, 503],
    codes: [],
    rate: "other",
  },
  "GET /api/ready": {
    summary: "May a balancer send people here?",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Health,
    statuses: [200, 503],
    codes: [],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
