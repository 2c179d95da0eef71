import { errorCodes } from "./errors.ts";
import { clientEvents } from "./events.ts";
import { jobs } from "./jobs.ts";
import { rates } from "./limits.ts";
import { partNames } from "./routes/service.ts";
import { routes } from "./routes.ts";

/** `labels`: every value that each may have. The lists are closed: with an id or a text among them the memory would grow for ever. */
type Metric = {
  kind: "counter" | "gauge" | "histogram";
  help: string;
  labels: Readonly<Record<string, readonly string[]>>;
  /** Of a histogram: the upper edges of its buckets. */
  buckets?: readonly number[];
};

const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] => Object.keys(table) as Name[];

const OUTCOMES = ["ok" as const, ...namesOf(errorCodes)];
const SHORT_WAITS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** A route as it is counted: its template; a kind for what is no route of the API. */
const templates = [...new Set(Object.keys(routes).map((name) => name.slice(name.indexOf(" ") + 1)))];
const REQUEST_KINDS = ["api", "sign-in", "page", "file"] as const;

/** Everything that is counted and measured, by name: what a scrape of `GET /api/metrics` gets beside what is known of any Node process. */
export const metrics = {
  uninest_connections: { kind: "gauge", help: "Sockets that are connected.", labels: {} },
  uninest_handshakes_total: {
    kind: "counter",
    help: "Handshakes of sockets, by what came of them.",
    labels: { outcome: OUTCOMES },
  },
  uninest_events_total: {
    kind: "counter",
    help: "Events that clients sent, by what they were answered.",
    labels: { event: [...namesOf(clientEvents), "unknown" as const], outcome: OUTCOMES },
  },
  uninest_messages_stored_total: {
    kind: "counter",
    help: "Messages whose transaction is committed, tries again not counted.",
    labels: { kind: ["written", "posted"] },
  },
  uninest_delivery_seconds: {
    kind: "histogram",
    help: "From the commit of a message to the first word of each recipient's devices that they hold it.",
    labels: {},
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
  },
  uninest_sync_conversations: {
    kind: "histogram",
    help: "Conversations in one answer to a client that comes back.",
    labels: {},
    buckets: [0, 1, 5, 20, 50, 100, 200, 500],
  },
  uninest_sync_messages: {
    kind: "histogram",
    help: "Messages in one answer to a client that comes back.",
    labels: {},
    buckets: [0, 1, 10, 50, 200, 500, 1_000, 5_000],
  },
  uninest_http_requests_total: {
    kind: "counter",
    help: "Requests over HTTP, by the template of their route.",
    labels: {
      route: [...templates, ...REQUEST_KINDS],
      method: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
      status: Array.from({ length: 500 }, (_, index) => String(100 + index)),
    },
  },
  uninest_http_seconds: {
    kind: "histogram",
    help: "From a request to the end of its answer.",
    labels: { kind: REQUEST_KINDS },
    buckets: SHORT_WAITS,
  },
  uninest_limits_hit_total: {
    kind: "counter",
    help: "What was refused because somebody asked too often.",
    labels: { limit: namesOf(rates) },
  },
  uninest_jobs: {
    kind: "gauge",
    help: "Jobs in the queue: due, waiting for their time, running, or dead after their last try.",
    labels: { job: namesOf(jobs), state: ["due", "later", "running", "dead"] },
  },
  uninest_jobs_oldest_due_seconds: { kind: "gauge", help: "How long the oldest job that is due has been so.", labels: {} },
  uninest_job_runs_total: {
    kind: "counter",
    help: "Tries of jobs, by their end.",
    labels: { job: namesOf(jobs), outcome: ["done", "again", "dead"] },
  },
  uninest_unread_drift: {
    kind: "gauge",
    help: "Of 200 memberships taken at random every ten minutes, those that are told another unread count than a recount gives.",
    labels: {},
  },
  uninest_database_wait_seconds: {
    kind: "histogram",
    help: "Waits for a free connection of the database; who is turned away has waited two seconds.",
    labels: {},
    buckets: SHORT_WAITS,
  },
  uninest_part_up: {
    kind: "gauge",
    help: "1 while a part works, 0 while it does not, absent where it is off.",
    labels: { part: partNames },
  },
  uninest_disk_free_bytes: { kind: "gauge", help: "Room that is left for files.", labels: {} },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;
export type MetricNameOf<Kind extends Metric["kind"]> = {
  [Name in MetricName]: (typeof metrics)[Name]["kind"] extends Kind ? Name : never;
}[MetricName];
/** One value of its list for each label. */
export type LabelsOf<Name extends MetricName> = {
  [Label in keyof (typeof metrics)[Name]["labels"]]: (typeof metrics)[Name]["labels"][Label] extends readonly (infer Value)[]
    ? Value
    : never;
};
/** The same without the names of the label. */
type Reading<Name extends MetricName> = { labels: LabelsOf<Name>; value: number };
export type Readings = { [Name in MetricNameOf<"gauge">]?: Reading<Name>[] };
