import { generateKeyPairSync, randomBytes } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { jwtVerify } from "jose";
import { createAppPushes } from "./app-pushes.ts";

type Message = {
  token: string;
  notification: { title: string; body: string };
  data: Record<string, string>;
  android: object;
};

const PROJECT = "uninest-test";
const CLIENT = "sender@uninest-test.iam.gserviceaccount.com";
const SCOPE = "https://www.googleapis.com/auth/firebase.messaging";

/** Firebase Cloud Messaging as its HTTP v1 is described: who sends has to sign in first, as Google's accounts have it. */
export const startFcm = async () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const pushes = createAppPushes<Message>();
  const passes = new Set<string>();
  let origin = "";
  let signIns = 0;

  /** @throws {Error} unless it is signed by the account, for this service, and not for too long */
  const signIn = async (form: string): Promise<object> => {
    const given = new URLSearchParams(form);
    if (given.get("grant_type") !== "urn:ietf:params:oauth:grant-type:jwt-bearer") throw new Error("another grant");
    const expected = { issuer: CLIENT, audience: `${origin}/token`, algorithms: ["RS256"], maxTokenAge: "1h" };
    const { payload } = await jwtVerify(given.get("assertion") ?? "", publicKey, expected);
    if (payload.scope !== SCOPE) throw new Error("another scope");
    if ((payload.exp ?? 0) - (payload.iat ?? 0) > 3_600) throw new Error("signed for too long");
    signIns += 1;
    const pass = randomBytes(16).toString("hex");
    passes.add(pass);
    return { access_token: pass, expires_in: 3_600, token_type: "Bearer" };
  };

  const refuse = (code: number, errorCode?: string): [number, object] => {
    const detail = { "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode };
    return [code, { error: { code, status: "FAILED", details: errorCode === undefined ? [] : [detail] } }];
  };

  const take = async ({ headers, url }: http.IncomingMessage, body: string): Promise<[number, object]> => {
    if (url === "/token") return [200, await signIn(body)];
    if (url !== `/v1/projects/${PROJECT}/messages:send`) return refuse(404);
    if (!passes.has(headers.authorization?.replace("Bearer ", "") ?? "")) return refuse(401);
    const { message } = JSON.parse(body) as { message: Message };
    if (Object.values(message.data).some((value) => typeof value !== "string")) return refuse(400, "INVALID_ARGUMENT");
    const answer = pushes.answerTo(message.token);
    if (answer === "gone") return refuse(404, "UNREGISTERED");
    if (answer !== undefined) return refuse(answer, "UNAVAILABLE");
    pushes.take(message);
    return [200, { name: `projects/${PROJECT}/messages/1` }];
  };

  const server = http.createServer((request, response) => {
    text(request)
      .then((body) => take(request, body))
      .then(
        ([status, answer]) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer)),
        (error: unknown) => response.writeHead(400).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = {
    type: "service_account",
    project_id: PROJECT,
    client_email: CLIENT,
    private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
    token_uri: `${origin}/token`,
  };

  return {
    ...pushes,
    env: { FCM_SERVICE_ACCOUNT: JSON.stringify(account), FCM_URL: origin },
    signIns: (): number => signIns,
    /** Who was signed in is so no more. */
    forgetPasses: (): void => passes.clear(),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
export type Fcm = Awaited<ReturnType<typeof startFcm>>;
