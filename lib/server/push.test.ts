import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readEnv } from "#lib/infra/env.ts";
import { createPush } from "./push.ts";

const keys = { VAPID_PUBLIC_KEY: "p".repeat(87), VAPID_PRIVATE_KEY: "k".repeat(43) };
const pem = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const apple = { APNS_KEY: pem, APNS_KEY_ID: "KEY", APNS_TEAM_ID: "TEAM", APNS_TOPIC: "test.uninest.app" };
const account = { project_id: "p", client_email: "a@b.test", private_key: pem, token_uri: "https://oauth2.googleapis.com/token" };
const google = { FCM_SERVICE_ACCOUNT: JSON.stringify(account) };

const served = (settings: Record<string, string>): string[] => {
  const env = readEnv({ NODE_ENV: "test", ...keys, ...settings });
  const push = createPush({ env, origin: "https://uninest.test", clock: () => new Date() });
  return (["fcm", "apns"] as const).filter((service) => push.serves(service));
};

test("apps are told by the services that are set up", () => {
  expect([served({}), served(google), served(apple), served({ ...google, ...apple })]).toEqual([
    [],
    ["fcm"],
    ["apns"],
    ["fcm", "apns"],
  ]);
});

test("half a setting is none, and the start says so", () => {
  for (const missing of Object.keys(apple)) expect(() => served({ ...apple, [missing]: "" })).toThrow("belong together");
  for (const text of ["no json", "{}", JSON.stringify({ ...account, project_id: "../x" })])
    expect(() => served({ FCM_SERVICE_ACCOUNT: text })).toThrow("FCM_SERVICE_ACCOUNT");
});
