import { expect, test } from "vitest";
import { INNER_ADDRESSES } from "./links/testing/hostile-addresses.ts";
import { isPublicAddress } from "./public-address.ts";

test.each(INNER_ADDRESSES)("'%s' is none of the public net", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ..."8.8.8.8 1.1.1.1 172.15.255.255 172.32.0.1 100.63.255.255 100.128.0.1 169.253.1.1 223.255.255.255".split(" "),
  ..."2606:4700::1111 2a00:1450:4001:800::200e 2001:4860:4860::8888".split(" "),
])("%s is one of the public net", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
