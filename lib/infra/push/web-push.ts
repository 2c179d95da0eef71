import { createHash } from "node:crypto";
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import webPush, { type RequestDetails } from "web-push";
import type { BrowserTarget, Push, PushNote } from "#lib/domain/ports.ts";
import { isPublicAddress } from "../public-address.ts";
import { failed, refused, TIMEOUT_MS } from "./app-sender.ts";
import { isPushAddress } from "./push-address.ts";
import type { VapidKeys } from "./vapid-keys.ts";

type Options = {
  keys: VapidKeys;
  /** Whom a push service writes to when we are a burden: an address as `mailto:` or `https:`. */
  subject: string;
  /** Takes services on this machine too: for tests. */
  loopback: boolean;
};

/** It knows the browser no longer (RFC 8030, section 7.3). */
const GONE = new Set([404, 410]);

/** What a name leads to is seen here and nowhere else: between a look of ours and the connection it could lead elsewhere. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    const open = found.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (!first) return callback(new Error("a push service must be on the public net"), []);
    return options.all ? callback(null, open) : callback(null, first.address, first.family);
  });
};

const isLoopback = (endpoint: string): boolean => ["127.0.0.1", "localhost"].includes(new URL(endpoint).hostname);

/** Sends one request, follows nothing, and reads nothing of the answer but its status. */
const post = ({ endpoint, method, headers, body }: RequestDetails, lookup: LookupFunction | undefined): Promise<number> =>
  new Promise((resolve, reject) => {
    const { request } = endpoint.startsWith("https:") ? https : http;
    const options = { method, headers, signal: AbortSignal.timeout(TIMEOUT_MS), agent: false, ...(lookup ? { lookup } : {}) };
    const asked = request(endpoint, options, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    // For as long as it lives: a second error with nobody to hear of it would end the process.
    asked.on("error", reject);
    asked.end(body);
  });

export type WebPush = Pick<Push, "publicKey" | "accepts"> & {
  send: (target: BrowserTarget, note: PushNote) => Promise<"taken" | "gone">;
};

/** What a browser shows one of, its service keeps one of while that is away: the newest (RFC 8030, section 5.4). */
const topicOf = (tag: string): string => createHash("sha256").update(tag).digest("base64url").slice(0, 32);

/** Web Push as browsers have it: encrypted for one browser (RFC 8291), signed by us (RFC 8292). */
export const createWebPush = ({ keys, subject, loopback }: Options): WebPush => ({
  publicKey: keys.publicKey,
  accepts: (endpoint) => isPushAddress(endpoint) || (loopback && isLoopback(endpoint)),
  send: async ({ endpoint, p256dh, auth }, { payload, urgent, ttlSeconds }) => {
    const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(payload), {
      vapidDetails: { subject, ...keys },
      TTL: ttlSeconds,
      urgency: urgent ? "high" : "normal",
      topic: topicOf(payload.tag),
    });
    const lookup = loopback && isLoopback(endpoint) ? undefined : lookupPublic;
    const status = await post(request, lookup).catch((error: unknown) => {
      throw failed(error);
    });
    if (GONE.has(status)) return "gone";
    if (status < 200 || status > 299) throw refused(status);
    return "taken";
  },
});
