import { generateKeyPairSync } from "node:crypto";
import http2, { type IncomingHttpHeaders, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { jwtVerify } from "jose";
import { createAppPushes } from "./app-pushes.ts";

type Push = {
  token: string;
  headers: IncomingHttpHeaders;
  body: { aps: { alert: object; sound: string; "thread-id": string }; url: string };
};

const [KEY_ID, TEAM_ID, TOPIC] = ["KEY1234567", "TEAM123456", "test.uninest.app"];

/** Apple's push service as it is described: HTTP/2 without the encryption, with the token of who sends checked. */
export const startApns = async () => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pushes = createAppPushes<Push>();
  const lines = new Set<ServerHttp2Session>();
  const expired = new Set<string>();
  const seen = new Set<string>();
  let opened = 0;

  /** Why it is not let in, or nothing. */
  const refusal = async ({ authorization = "", "apns-topic": topic }: IncomingHttpHeaders): Promise<string | undefined> => {
    const token = authorization.replace("bearer ", "");
    if (expired.has(token)) return "ExpiredProviderToken";
    const expected = { issuer: TEAM_ID, algorithms: ["ES256"], maxTokenAge: "1h" };
    const read = await jwtVerify(token, publicKey, expected).catch(() => undefined);
    if (read?.protectedHeader.kid !== KEY_ID) return "InvalidProviderToken";
    seen.add(token);
    return topic === TOPIC ? undefined : "TopicDisallowed";
  };

  const take = async (headers: IncomingHttpHeaders, body: string): Promise<[number, object?]> => {
    const reason = await refusal(headers);
    if (reason) return [403, { reason }];
    const [, token] = /^\/3\/device\/([0-9a-f]+)$/.exec(headers[":path"] ?? "") ?? [];
    if (headers[":method"] !== "POST" || token === undefined) return [404, { reason: "BadPath" }];
    const answer = pushes.answerTo(token);
    if (answer === "gone") return [410, { reason: "Unregistered", timestamp: Date.now() }];
    if (answer !== undefined) return [answer, { reason: "ServiceUnavailable" }];
    pushes.take({ token, headers, body: JSON.parse(body) });
    return [200];
  };

  const server = http2.createServer();
  server.on("session", (line) => {
    opened += 1;
    lines.add(line);
    line.on("close", () => lines.delete(line));
  });
  server.on("stream", (stream, headers) => {
    stream.on("error", () => undefined);
    text(stream)
      .then((body) => take(headers, body))
      .then(([status, answer]) => {
        stream.respond({ ":status": status });
        stream.end(answer ? JSON.stringify(answer) : "");
      })
      .catch(() => stream.close());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = (): void => {
    for (const line of lines) line.destroy();
  };

  return {
    ...pushes,
    env: {
      // As it stands in files that know no line breaks.
      APNS_KEY: privateKey.export({ type: "pkcs8", format: "pem" }).toString().replaceAll("\n", "\\n"),
      APNS_KEY_ID: KEY_ID,
      APNS_TEAM_ID: TEAM_ID,
      APNS_TOPIC: TOPIC,
      APNS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    /** How many lines there have been. */
    lines: (): number => opened,
    /** How many tokens of who sends have been seen. */
    passes: (): number => seen.size,
    /** Those that have been seen are too old. */
    expirePasses: (): void => {
      for (const token of seen) expired.add(token);
    },
    /** Every line breaks. */
    cut,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
};
export type Apns = Awaited<ReturnType<typeof startApns>>;
