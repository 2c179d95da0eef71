import ipaddr from "ipaddr.js";

/** What is given out for the public net (IANA); the rest is reserved, or ways around: IPv4 in another dress is in there too. */
const GLOBAL = ipaddr.IPv6.parse("2000::");
const GLOBAL_BITS = 3;

/**
 * Whether an IP address is one of the public net, and of one machine there: no address within our own network or machine, none
 * that stands for one (mapped, translated or tunnelled IPv4), none of many. Takes plain spellings only.
 */
export const isPublicAddress = (address: string): boolean => {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === "unicast";
  if (!address.includes(":") || !ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.zoneId !== undefined || parsed.range() !== "unicast") return false;
  return parsed.match(GLOBAL, GLOBAL_BITS);
};
