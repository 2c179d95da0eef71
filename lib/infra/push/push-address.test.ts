import { expect, test } from "vitest";
import { isPushAddress } from "./push-address.ts";

test.each([
  ["https://fcm.googleapis.com/fcm/send/abc", true],
  ["https://updates.push.services.mozilla.com/wpush/v2/abc", true],
  ["https://8.8.8.8/abc", true],
  ["http://fcm.googleapis.com/fcm/send/abc", false],
  ["https://127.0.0.1/abc", false],
  ["https://2130706433/abc", false],
  ["https://0x7f.1/abc", false],
  ["https://[::1]/abc", false],
  ["https://[::ffff:10.0.0.1]/abc", false],
  ["https://localhost/abc", false],
  ["https://intranet/abc", false],
  ["https://database.internal/abc", false],
  ["https://printer.local./abc", false],
  ["https://user:password@fcm.googleapis.com/abc", false],
])("%s may be a push service: %s", (endpoint, expected) => {
  expect(isPushAddress(endpoint)).toBe(expected);
});
