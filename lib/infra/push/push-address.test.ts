import { expect, test } from "vitest";
import { isPublicAddress, isPushAddress } from "./push-address.ts";

test.each([
  ["8.8.8.8", true],
  ["2606:4700::1111", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["169.254.169.254", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.168.0.1", false],
  ["0.0.0.0", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["::", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:8.8.8.8", true],
  ["64:ff9b::a00:1", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["a name", false],
])("%s is of the public net: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

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
