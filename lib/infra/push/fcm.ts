import { importPKCS8, SignJWT } from "jose";
import * as z from "zod";
import type { Clock } from "#lib/domain/ports.ts";
import { type AppSender, failed, refused, TIMEOUT_MS } from "./app-sender.ts";
import { createRenewed } from "./renewed.ts";

/** What the console gives as a file, as far as it is needed. */
export const FcmAccount = z.object({
  project_id: z.string().regex(/^[\w-]+$/),
  client_email: z.string(),
  private_key: z.string(),
  token_uri: z.url(),
});
export type FcmAccount = z.infer<typeof FcmAccount>;

type Options = {
  account: FcmAccount;
  /** Where the service takes messages. */
  url: string;
  clock: Clock;
};

const SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const HOUR_MS = 3_600_000;
/** So long before its end, a token is not used any more. */
const MARGIN_MS = 5 * 60_000;

const AccessToken = z.object({ access_token: z.string(), expires_in: z.number() });
const Refusal = z.object({ error: z.object({ details: z.array(z.object({ errorCode: z.string().optional() })).default([]) }) });

const ask = (url: string, request: RequestInit): Promise<Response> =>
  fetch(url, { ...request, method: "POST", redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    (error: unknown) => {
      throw failed(error);
    },
  );

/** The service says of a token that no app has it any more; other things may be missing too. */
const isUnregistered = async (answer: Response): Promise<boolean> => {
  const said = Refusal.safeParse(await answer.json().catch(() => undefined));
  return said.success && said.data.error.details.some(({ errorCode }) => errorCode === "UNREGISTERED");
};

/** Firebase Cloud Messaging, HTTP v1: signed in as a service account (RFC 7523). */
export const createFcm = ({ account, url, clock }: Options): AppSender => {
  const signIn = async () => {
    const now = clock();
    const assertion = await new SignJWT({ scope: SCOPE })
      .setProtectedHeader({ alg: "RS256" })
      .setIssuer(account.client_email)
      .setAudience(account.token_uri)
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + HOUR_MS))
      .sign(await importPKCS8(account.private_key, "RS256"));
    const answer = await ask(account.token_uri, { body: new URLSearchParams({ grant_type: GRANT, assertion }) });
    if (!answer.ok) throw refused(answer.status);
    const { access_token: value, expires_in: seconds } = AccessToken.parse(await answer.json());
    return { value, until: new Date(now.getTime() + seconds * 1_000 - MARGIN_MS) };
  };
  const access = createRenewed({ make: signIn, clock });

  return {
    send: async (token, { payload, urgent, ttlSeconds }) => {
      const { title, body, url: path, tag } = payload;
      const android = { priority: urgent ? "HIGH" : "NORMAL", ttl: `${ttlSeconds}s`, notification: { tag } };
      const message = { token, notification: { title, body }, data: { url: path, tag }, android };
      const answer = await ask(new URL(`/v1/projects/${account.project_id}/messages:send`, url).href, {
        headers: { authorization: `Bearer ${await access.get()}`, "content-type": "application/json" },
        body: JSON.stringify({ message }),
      });
      if (answer.ok) return "taken";
      if (answer.status === 401) access.forget();
      if (answer.status === 404 && (await isUnregistered(answer))) return "gone";
      throw refused(answer.status);
    },
  };
};
