import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

const request = (forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress: "10.0.0.9" },
  }) as Parameters<typeof clientAddress>[0];

test("without proxies of our own the header is somebody's claim", () => {
  expect(clientAddress(request("1.2.3.4"), 0)).toBe("10.0.0.9");
});

test("our proxy's entry counts, and what a client wrote before it does not", () => {
  expect(clientAddress(request("6.6.6.6, 1.2.3.4"), 1)).toBe("1.2.3.4");
  expect(clientAddress(request("6.6.6.6, 1.2.3.4, 10.1.1.1"), 2)).toBe("1.2.3.4");
});

test("a proxy that says nothing leaves the connection's own address", () => {
  expect(clientAddress(request(), 1)).toBe("10.0.0.9");
});
