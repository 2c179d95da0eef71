import { createDecipheriv, createECDH, createHmac, createPublicKey, type ECDH, randomBytes, verify } from "node:crypto";
import http from "node:http";
import type { PushPayload } from "#lib/contract/push.ts";

type Browser = { auth: Buffer; keys: ECDH };
export type Push = { browser: string; payload: PushPayload; headers: http.IncomingHttpHeaders; at: number };

const ARRIVAL_MS = 60_000;

const hmac = (key: Buffer, data: Buffer): Buffer => createHmac("sha256", key).update(data).digest();

/** HKDF for what fits into one block (RFC 5869). */
const derive = (salt: Buffer, secret: Buffer, info: Buffer, length: number): Buffer =>
  hmac(hmac(salt, secret), Buffer.concat([info, Buffer.from([1])])).subarray(0, length);

/** What the browser reads out of a message, and nobody else (RFC 8291 on RFC 8188, one record). */
const decrypt = (message: Buffer, { auth, keys }: Browser): string => {
  const salt = message.subarray(0, 16);
  const senderLength = message.readUInt8(20);
  const sender = message.subarray(21, 21 + senderLength);
  const sealed = message.subarray(21 + senderLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), keys.getPublicKey(), sender]);
  const secret = derive(auth, keys.computeSecret(sender), info, 32);
  const key = derive(salt, secret, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(salt, secret, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createDecipheriv("aes-128-gcm", key, nonce);
  cipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
};

const json = (part = ""): Record<string, unknown> => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));

/** @throws {Error} unless who sends shows who they are, to us and for a day at most (RFC 8292) */
const assertSigned = (authorization = "", origin: string): void => {
  const { token = "", key = "" } = /^vapid t=(?<token>[^,]+), ?k=(?<key>.+)$/.exec(authorization)?.groups ?? {};
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.toString("base64url", 1, 33), point.toString("base64url", 33)];
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
  if (!verify("sha256", Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, "base64url")))
    throw new Error("the signature is not theirs");
  const { aud, exp, sub } = json(claims);
  if (aud !== origin) throw new Error(`signed for ${aud}`);
  if (typeof exp !== "number" || exp > Date.now() / 1000 + 86_400) throw new Error("signed for too long");
  if (typeof sub !== "string" || !/^(mailto|https):/.test(sub)) throw new Error("nobody to write to");
};

const bodyOf = async (request: http.IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** A push service with browsers of its own, which reads what it is given as they would. */
export const startPushService = async () => {
  const browsers = new Map<string, Browser>();
  const statuses = new Map<string, number[]>();
  const pushes: Push[] = [];
  const tries: string[] = [];
  const watchers = new Set<() => void>();
  let origin = "";

  const take = async (request: http.IncomingMessage): Promise<number> => {
    const name = request.url?.slice(1) ?? "";
    const body = await bodyOf(request);
    tries.push(name);
    const browser = browsers.get(name);
    if (!browser) return 410;
    const status = statuses.get(name)?.shift();
    if (status !== undefined) return status;
    assertSigned(request.headers.authorization, origin);
    pushes.push({ browser: name, payload: JSON.parse(decrypt(body, browser)), headers: request.headers, at: Date.now() });
    for (const look of watchers) look();
    return 201;
  };

  const server = http.createServer((request, response) => {
    take(request).then(
      (status) => response.writeHead(status).end(),
      (error: unknown) => response.writeHead(400).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  origin = `http://127.0.0.1:${address.port}`;

  const to = (browser: string): Push[] => pushes.filter((push) => push.browser === browser);

  return {
    /** How often something was brought for a browser, taken or not. */
    triesOf: (browser: string): number => tries.filter((name) => name === browser).length,
    to,
    /** A browser of that name subscribes. Its first pushes are answered so, and not taken. */
    subscribe: (browser: string, ...answers: number[]) => {
      const keys = createECDH("prime256v1");
      keys.generateKeys();
      const auth = randomBytes(16);
      browsers.set(browser, { auth, keys });
      statuses.set(browser, answers);
      const encoded = { p256dh: keys.getPublicKey("base64url"), auth: auth.toString("base64url") };
      return { endpoint: `${origin}/${browser}`, expirationTime: null, keys: encoded };
    },
    /** The browser is there no more. */
    forget: (browser: string): void => void browsers.delete(browser),
    /** From now on it is taken. */
    heal: (browser: string): void => void statuses.set(browser, []),
    arrives: (browser: string, count = 1) =>
      new Promise<Push>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no push ${count} for ${browser}`)), ARRIVAL_MS);
        const look = (): void => {
          const push = to(browser)[count - 1];
          if (!push) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve(push);
        };
        watchers.add(look);
        look();
      }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
export type PushService = Awaited<ReturnType<typeof startPushService>>;
