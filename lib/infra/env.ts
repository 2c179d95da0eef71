import * as z from "zod";
import { FcmAccount } from "./push/fcm.ts";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

/** Some places that hold settings know no line breaks. */
const withLineBreaks = (text: string): string => text.replaceAll("\\n", "\n");

const readJson = (text: string, context: z.RefinementCtx<string>): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("must be JSON");
    return z.NEVER;
  }
};

const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  /** The address in people's browsers; absent: this machine's own. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  /** Off where `npm run migrate` runs before, as somebody who may do more. */
  MIGRATE_AT_START: z
    .enum(["0", "1"])
    .default("1")
    .transform((value) => value === "1"),
  /** A Redis that several nodes share; absent: this process is the only one. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  DATA_DIR: z.string().default(".data"),
  /** A bucket for photos and files, of whatever speaks S3; absent: they are on the disk, in DATA_DIR. */
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().default("us-east-1"),
  /** Where it is; absent: at Amazon's. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Absent: what the machine has been given. */
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** A clamd that looks at each file, as `tcp://host:3310`; absent: nobody looks. */
  CLAMD_URL: z.url({ protocol: /^tcp$/ }).optional(),
  /** Signs sessions and tokens; absent: made once and kept in DATA_DIR. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** How long an access token lives. */
  ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(1).max(86_400).default(900),
  /** Where mails go out, as `smtps://user:password@host:port`; absent: they are logged, or shown where people are made up. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who mails come from. */
  MAIL_FROM: z.email().optional(),
  /** What push services know us by; absent: made once and kept in DATA_DIR. */
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/, "must be 65 bytes in base64url")
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, "must be 32 bytes in base64url")
    .optional(),
  /** Whom a push service writes to; absent: PUBLIC_URL. */
  VAPID_SUBJECT: z.url({ protocol: /^(https|mailto)$/ }).optional(),
  /** The file of a service account of Firebase, as text, for apps on Android; absent: these are not told. */
  FCM_SERVICE_ACCOUNT: z.string().transform(readJson).pipe(FcmAccount).optional(),
  FCM_URL: z.url().default("https://fcm.googleapis.com"),
  /** A signing key of Apple's (the text of the .p8 file), its id, the team's, and the app's, for apps on iPhones; absent: these are not told. */
  APNS_KEY: z.string().transform(withLineBreaks).optional(),
  APNS_KEY_ID: z.string().optional(),
  APNS_TEAM_ID: z.string().optional(),
  APNS_TOPIC: z.string().optional(),
  APNS_URL: z.url().default("https://api.push.apple.com"),
  /** Lets browsers name a push service on this machine: for tests. */
  PUSH_LOOPBACK: flag,
  /** A name that leads previews of links to this machine, at any port: for tests. */
  PREVIEW_LOOPBACK: z.string().optional(),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  /** A collector of traces that takes OTLP over HTTP; absent: nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Lets in who reads /api/metrics from another machine; absent: nobody. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** How many proxies of our own stand in front and may say where a request came from. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  DEMO: flag,
  DEMO_PASSWORD: z.string().min(8).default("uninest-demo"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});
export type Env = z.infer<typeof Env>;

/** Every setting that is read. */
export const settingNames: string[] = Object.keys(Env.shape);

/** The settings of protocol.md, section 8. @throws {Error} that names every setting that is wrong */
export const readEnv = (source: NodeJS.ProcessEnv = process.env): Env => {
  // An empty variable is one that somebody left blank in a file, not a value.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  if (!parsed.success) throw new Error(`These settings are wrong.\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
};
