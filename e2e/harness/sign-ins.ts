import { expect } from "vitest";
import type { TokenPair } from "#lib/contract/accounts.ts";
import type { ErrorCode } from "#lib/contract/errors.ts";
import { attempt } from "./handshakes.ts";
import { connectDevice, type Device, type HttpAnswer, type Person, request } from "./person.ts";

/** What takes hold does so within a second, also on a live socket (protocol.md, section 2). */
const AT_ONCE_MS = 1_000;

/** Signs somebody in by a token, without a device. */
export const signIn = (baseUrl: string, { email, password }: { email: string; password: string }, deviceName?: string) =>
  request<TokenPair>(`${baseUrl}/api/tokens`, {
    method: "POST",
    body: { email, password, ...(deviceName ? { deviceName } : {}) },
  });

/** Another sign-in of a person, with a connected device of its own. */
export const signInElsewhere = async (baseUrl: string, person: Person, deviceName?: string) => {
  const { body: tokens } = await signIn(baseUrl, person, deviceName);
  return { tokens, device: await connectDevice(baseUrl, tokens.accessToken) };
};

/** Resolves once the device's line is cut; `startedAt` is when that was asked for. Fails when it took too long. */
export const diesAtOnce = async (device: Device, startedAt = performance.now(), withinMs = AT_ONCE_MS): Promise<void> => {
  if (device.socket.connected) await new Promise((resolve) => device.socket.once("disconnect", resolve));
  expect(performance.now() - startedAt).toBeLessThan(withinMs);
};

/** Nothing that these tokens are for works, and each way says the same. */
export const expectShutOut = async (baseUrl: string, tokens: TokenPair, code: ErrorCode): Promise<void> => {
  const { accessToken: token, refreshToken } = tokens;
  const refused = (answer: HttpAnswer<Record<string, unknown>>) => expect(answer.body).toMatchObject({ code });
  refused(await request(`${baseUrl}/api/conversations`, { token }));
  refused(await request(`${baseUrl}/api/sessions`, { token }));
  refused(await request(`${baseUrl}/api/tokens/refresh`, { method: "POST", body: { refreshToken } }));
  expect(await attempt(baseUrl, { auth: { token } })).toMatchObject({ code, retryable: false });
};
