import * as z from "zod";
import { Nothing, type Route } from "./route.ts";

/** `storage`: the bucket of files; `scanner`: who looks at them; `disk`: the room of this machine. */
export const partNames = ["database", "redis", "jobs", "mail", "push", "storage", "scanner", "disk"] as const;
export type PartName = (typeof partNames)[number];

/** `off`: not set up here. */
const PartState = z.strictObject({ state: z.enum(["up", "down", "off"]) });
export type PartState = z.infer<typeof PartState>;

/** `degraded`: people are served, but something waits or is refused. */
export const Health = z.strictObject({
  status: z.enum(["ok", "degraded", "down"]),
  parts: z.record(z.enum(partNames), PartState),
});
export type Health = z.infer<typeof Health>;

/** How the process is. */
export const serviceRoutes = {
  "GET /api/health": {
    summary: "How is the process, and each of its parts?",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Health,
    statuses: [200, 503],
    codes: [],
    rate: "other",
  },
  "GET /api/live": {
    summary: "Is the process alive, whatever works or does not? Who gets no answer starts it anew.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: z.strictObject({ status: z.literal("alive") }),
    statuses: [200],
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
  "GET /api/metrics": {
    summary:
      "What is counted and measured, as Prometheus reads it. For this machine itself, or with METRICS_TOKEN as the bearer.",
    access: "operator",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: z.string(),
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
    produces: "text/plain; version=0.0.4",
  },
} as const satisfies Record<string, Route>;
