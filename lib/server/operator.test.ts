import { expect, test } from "vitest";
import { assertOperator, FROM_HERE_HEADER, isFromHere } from "./operator.ts";

const TOKEN = "the token of those who look";
const from = (remoteAddress: string, headers: Record<string, string> = {}): boolean =>
  isFromHere({ headers, socket: { remoteAddress } } as Parameters<typeof isFromHere>[0]);
const passes = (headers: Record<string, string>, token: string | undefined = TOKEN): boolean => {
  try {
    assertOperator(new Headers(headers), token);
    return true;
  } catch {
    return false;
  }
};

test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("this machine itself may look: %s", (address) => {
  expect(from(address)).toBe(true);
  expect(passes({ [FROM_HERE_HEADER]: "1" })).toBe(true);
});

test.each(["203.0.113.9", "192.168.0.2", "127.0.0.1.evil", ""])("another may not: %s", (address) => {
  expect(from(address)).toBe(false);
});

test.each(["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"])(
  "what a proxy on this machine passes on comes from anywhere: %s",
  (header) => {
    expect(from("127.0.0.1", { [header]: "127.0.0.1" })).toBe(false);
  },
);

test("from elsewhere only the token lets in, and none does where none is set", () => {
  const elsewhere = { [FROM_HERE_HEADER]: "0" };
  expect(passes(elsewhere)).toBe(false);
  expect(passes({})).toBe(false);
  for (const authorization of ["", TOKEN, "Bearer ", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])
    expect(passes({ ...elsewhere, authorization })).toBe(false);
  expect(passes({ ...elsewhere, authorization: `Bearer ${TOKEN}` })).toBe(true);
  for (const given of ["undefined", TOKEN]) {
    const headers = new Headers({ ...elsewhere, authorization: `Bearer ${given}` });
    expect(() => assertOperator(headers, undefined)).toThrow();
  }
});
