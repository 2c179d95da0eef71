import { type ClientHttp2Session, connect, type OutgoingHttpHeaders } from "node:http2";
import { importPKCS8, SignJWT } from "jose";
import type { Clock, PushNote } from "#lib/domain/ports.ts";
import { type AppSender, failed, refused, TIMEOUT_MS } from "./app-sender.ts";
import { createRenewed } from "./renewed.ts";

/** A key of a team, and the app that it speaks to. */
export type ApnsKey = { key: string; keyId: string; teamId: string; topic: string };

type Options = {
  key: ApnsKey;
  /** Where the service is: one for apps as they are sold, another for those being made. */
  url: string;
  clock: Clock;
};

/** The service wants a new token once an hour at the least, and every twenty minutes at the most. */
const TOKEN_MS = 40 * 60_000;
/** A line that nobody needs is given up before it breaks unnoticed. */
const IDLE_MS = 5 * 60_000;

type Answer = { status: number; reason: string };

const reasonIn = (text: string): string => {
  try {
    return String(JSON.parse(text).reason);
  } catch {
    return "";
  }
};

const ask = (session: ClientHttp2Session, headers: OutgoingHttpHeaders, body: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const stream = session.request(headers, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    let status = 0;
    let text = "";
    stream.setEncoding("utf8");
    stream.on("response", (answer) => {
      status = Number(answer[":status"]);
    });
    stream.on("data", (chunk: string) => {
      text += chunk;
    });
    stream.on("end", () => resolve({ status, reason: reasonIn(text) }));
    // For as long as it lives: a second error with nobody to hear of it would end the process.
    stream.on("error", reject);
    stream.on("close", () => reject(new Error("the line has gone")));
    stream.end(body);
  });

const bodyOf = ({ payload: { title, body, url, tag } }: PushNote): string =>
  JSON.stringify({ aps: { alert: { title, body }, sound: "default", "thread-id": tag }, url });

/** Apple Push Notification service: HTTP/2 over one line, signed in with a token (ES256). */
export const createApns = ({ key: { key, keyId, teamId, topic }, url, clock }: Options): AppSender => {
  let session: ClientHttp2Session | undefined;

  const line = (): ClientHttp2Session => {
    if (session && !session.closed && !session.destroyed) return session;
    const opened = connect(url);
    // Each request hears of it by itself.
    opened.on("error", () => undefined);
    opened.on("goaway", () => opened.close());
    opened.setTimeout(IDLE_MS, () => opened.close());
    // A process that has nothing else to do may end.
    opened.unref();
    session = opened;
    return opened;
  };

  const sign = async () => {
    const now = clock();
    const value = await new SignJWT()
      .setProtectedHeader({ alg: "ES256", kid: keyId })
      .setIssuer(teamId)
      .setIssuedAt(now)
      .sign(await importPKCS8(key, "ES256"));
    return { value, until: new Date(now.getTime() + TOKEN_MS) };
  };
  const access = createRenewed({ make: sign, clock });

  const headersOf = async (token: string, { payload, urgent, ttlSeconds }: PushNote): Promise<OutgoingHttpHeaders> => ({
    ":method": "POST",
    ":path": `/3/device/${token}`,
    authorization: `bearer ${await access.get()}`,
    "apns-topic": topic,
    "apns-push-type": "alert",
    "apns-priority": urgent ? "10" : "5",
    "apns-expiration": String(Math.floor(clock().getTime() / 1_000) + ttlSeconds),
    "apns-collapse-id": payload.tag,
  });

  return {
    send: async (token, note) => {
      const headers = await headersOf(token, note);
      const used = line();
      const { status, reason } = await ask(used, headers, bodyOf(note)).catch((error: unknown) => {
        // Whatever it was: the next one tries a line of its own.
        used.destroy();
        throw failed(error);
      });
      if (status === 200) return "taken";
      if (status === 410) return "gone";
      if (reason === "ExpiredProviderToken") access.forget();
      throw refused(status);
    },
  };
};
