import { expect, test } from "vitest";
import { type Net, publicNet, Refused, targetOf } from "./link-guard.ts";
import { HOSTILE, INNER_ADDRESSES } from "./testing/hostile-addresses.ts";

const { signal } = new AbortController();

/** A net in which every name leads to these addresses. */
const leading = (...addresses: string[]): Net => ({ ...publicNet, resolve: async () => addresses, isPort: () => true });
const judged = (text: string, net: Net) => targetOf(text, net, signal);

test("there are enough of them", () => {
  expect(new Set(HOSTILE).size + new Set(INNER_ADDRESSES).size).toBeGreaterThan(200);
});

test.each(HOSTILE.map((text) => text.replace("PORT", "80")))("refuses %j", async (text) => {
  await expect(judged(text, leading("8.8.8.8"))).rejects.toBeInstanceOf(Refused);
});

test.each(INNER_ADDRESSES)("refuses a name that leads to '%s', alone and beside a public address", async (address) => {
  await expect(judged("https://public.site.org/", leading(address))).rejects.toBeInstanceOf(Refused);
  await expect(judged("https://public.site.org/", leading("8.8.8.8", address))).rejects.toBeInstanceOf(Refused);
});

test("refuses a name that leads nowhere", async () => {
  await expect(judged("https://public.site.org/", leading())).rejects.toBeInstanceOf(Refused);
});

test.each([0, 1, 21, 22, 25, 110, 2375, 3000, 5432, 6379, 8080, 8443, 9200, 11211, 27017])("refuses port %s", async (port) => {
  const net = { ...publicNet, resolve: async () => ["8.8.8.8"] };
  await expect(judged(`http://public.site.org:${port}/`, net)).rejects.toBeInstanceOf(Refused);
});

test.each([
  ["http://public.site.org/a?b#c", "8.8.8.8", 80],
  ["https://public.site.org", "8.8.8.8", 443],
  ["https://public.site.org:443/", "8.8.8.8", 443],
  ["http://public.site.org.:80/", "8.8.8.8", 80],
  ["https://münchen.de/", "8.8.8.8", 443],
  ["https://wohnen。uni-bonn。de/", "8.8.8.8", 443],
  ["http://1.1.1.1/", "1.1.1.1", 80],
  ["http://[2606:4700::1111]/", "2606:4700::1111", 80],
])("takes %s, and leads to a number", async (text, address, port) => {
  const net = { ...publicNet, resolve: async () => ["8.8.8.8", "2001:4860:4860::8888"] };
  expect(await judged(text, net)).toMatchObject({ address, port });
});
