import { expect } from "vitest";
import { type ErrorCode, errorCodes } from "#lib/contract/errors.ts";
import type { HttpAnswer } from "./person.ts";

const KEYS = ["type", "status", "title", "detail", "code", "retryAfterMs", "issues", "details"];
const STACK = /\bat \S+ \(|node_modules|\.m?[jt]s:\d+|select |insert into/i;

/** Asks whatever is asked, in bytes of one's own. Resolves to the answer, whatever it is. */
export const ask = async (url: string, init: RequestInit = {}): Promise<HttpAnswer<Record<string, unknown>>> => {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
};

/** The answer is a problem document of that code, with the headers of every answer, and tells nothing of our insides. */
export const expectProblem = (
  what: string,
  { status, body, headers }: HttpAnswer<Record<string, unknown>>,
  code: ErrorCode,
): void => {
  expect({ what, status, code: body.code, type: headers.get("content-type") }).toEqual({
    what,
    status: errorCodes[code].status,
    code,
    type: "application/problem+json",
  });
  expect(body).toMatchObject({ type: "about:blank", status, title: expect.any(String), detail: expect.any(String) });
  expect(Object.keys(body).filter((key) => !KEYS.includes(key))).toEqual([]);
  expect(JSON.stringify(body)).not.toMatch(STACK);
  expect([headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual(["no-store", "nosniff"]);
};
