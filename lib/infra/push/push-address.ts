import { isIP } from "node:net";
import { isPublicAddress } from "../public-address.ts";

/** Whether that may be a push service's, as far as its spelling tells: where its name leads is seen when it is used. */
export const isPushAddress = (endpoint: string): boolean => {
  const { protocol, hostname, username, password } = new URL(endpoint);
  const host = hostname.replace(/^\[|\]$/g, "");
  if (protocol !== "https:" || username !== "" || password !== "") return false;
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes(".") && !/\.(localhost|local|internal|lan|home\.arpa)\.?$/i.test(host);
};
