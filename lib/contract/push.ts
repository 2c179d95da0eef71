import * as z from "zod";
import { Id, Text, Timestamp } from "./primitives.ts";

const base64url = (bytes: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`), `must be ${bytes} bytes in base64url`);

/** Where a push service takes what is for one browser. */
const PushEndpoint = Text.max(1_024).pipe(z.url({ protocol: /^https?$/ }));

/** As a browser's `PushSubscription.toJSON()` gives it. */
export const NewPushSubscription = z.strictObject({
  endpoint: PushEndpoint,
  expirationTime: z.number().nullable().optional(),
  keys: z.strictObject({ p256dh: base64url(65), auth: base64url(16) }),
  /** Only if this one, perhaps the same, is one's own already: what a browser renews by itself turns nothing on. */
  replaces: PushEndpoint.optional(),
});
export type NewPushSubscription = z.infer<typeof NewPushSubscription>;

export const PushSubscriptionOf = z.strictObject({ endpoint: PushEndpoint });
export type PushSubscriptionOf = z.infer<typeof PushSubscriptionOf>;

/** A browser of one's own that is told of what happens, while its session lasts. */
export const PushSubscription = z
  .strictObject({
    id: Id,
    endpoint: z.string(),
    createdAt: Timestamp,
    /** When its push service last took something, and when it last did not. */
    lastSuccessAt: Timestamp.nullable(),
    lastFailureAt: Timestamp.nullable(),
  })
  .meta({ id: "PushSubscription" });
export type PushSubscription = z.infer<typeof PushSubscription>;

export const PushSubscriptions = z.strictObject({ items: z.array(PushSubscription) });
export type PushSubscriptions = z.infer<typeof PushSubscriptions>;

/** An app of one's own: the token by which its service knows it. */
export const AppPushTarget = z.discriminatedUnion("service", [
  z.strictObject({ service: z.literal("fcm"), token: z.string().regex(/^[\w:.-]{20,1024}$/, "must be a registration token") }),
  z.strictObject({
    service: z.literal("apns"),
    token: z.string().regex(/^([0-9a-f]{2}){16,100}$/, "must be a device token in hex"),
  }),
]);
export type AppPushTarget = z.infer<typeof AppPushTarget>;
export type AppPushService = AppPushTarget["service"];

/** An app of one's own that is told of what happens, while its session lasts. */
export const PushDevice = PushSubscription.omit({ endpoint: true })
  .extend({ service: z.enum(["fcm", "apns"]) })
  .meta({ id: "PushDevice" });
export type PushDevice = z.infer<typeof PushDevice>;

export const PushDevices = z.strictObject({ items: z.array(PushDevice) });
export type PushDevices = z.infer<typeof PushDevices>;

/** What a browser subscribes with: the server's public key, base64url. */
export const PushKey = z.strictObject({ publicKey: z.string() });
export type PushKey = z.infer<typeof PushKey>;

/** What the service worker gets. `tag`: one shown notification for each, the newest. */
export const PushPayload = z.strictObject({
  title: z.string(),
  body: z.string(),
  /** A path of our own. */
  url: z.string(),
  tag: z.string(),
});
export type PushPayload = z.infer<typeof PushPayload>;
