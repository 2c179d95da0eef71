import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

const contentSecurityPolicy = (nonce: string, isDevelopment: boolean): string =>
  [
    "default-src 'self'",
    // Next's development tools evaluate code; what is built does not.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Libraries place menus and list rows by style attributes, which carry no selectors and load nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The header that tells a page its own address, for a guest who is to come back to it. */
export const PATH_HEADER = "x-uninest-path";

/**
 * Gives a page its content security policy with a fresh nonce. Next reads the policy from the request and puts the
 * nonce on its own scripts; the layout reads `x-nonce`.
 */
export const setPageHeaders = (request: IncomingMessage, response: ServerResponse, isDevelopment: boolean): void => {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  request.headers[PATH_HEADER] = request.url;
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("permissions-policy", "camera=(self), microphone=(self), geolocation=()");
};

/** What is no page is never shown as one, framed or run, whatever is in it. */
export const setApiHeaders = (response: ServerResponse): void => {
  response.setHeader("content-security-policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'");
  response.setHeader("x-content-type-options", "nosniff");
};
