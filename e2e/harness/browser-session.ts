import { request } from "./person.ts";

const cookiesOf = (headers: Headers): string[] => headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** Signs in as the sign-in page does. Resolves to the cookies that a browser would send from then on. */
export const signInByCookie = async (
  baseUrl: string,
  { email, password }: { email: string; password: string },
  userAgent = "a test",
): Promise<string> => {
  const { body, headers } = await request<{ csrfToken: string }>(`${baseUrl}/api/auth/csrf`);
  const visitor = cookiesOf(headers);
  const form = new URLSearchParams({ csrfToken: body.csrfToken, email, password, json: "true" });
  const signedIn = await request(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    body: form.toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent, cookie: visitor.join("; ") },
  });
  const cookies = [...visitor, ...cookiesOf(signedIn.headers)];
  if (!cookies.some((cookie) => cookie.includes("session-token=")))
    throw new Error(`no session: ${JSON.stringify(signedIn.body)}`);
  return cookies.join("; ");
};
