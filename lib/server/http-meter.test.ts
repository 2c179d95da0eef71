import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { createLog } from "#lib/infra/log.ts";
import { createPrometheus } from "#lib/infra/prometheus.ts";
import { createTracing } from "#lib/infra/tracing.ts";
import { createHttpMeter, placeOf } from "./http-meter.ts";

test("the line of a request names it, also when the connection ends it", async () => {
  const lines: { msg: string; requestId?: string }[] = [];
  const log = createLog("debug", { write: (line: string) => void lines.push(JSON.parse(line)) });
  const measure = createHttpMeter({ metrics: createPrometheus().metrics, tracer: await createTracing(undefined), log });
  const response = Object.assign(new EventEmitter(), { statusCode: 404 });
  const request = { url: "/nowhere", method: "GET" } as IncomingMessage;
  log.during(() => measure(request, response as unknown as ServerResponse, () => undefined));
  response.emit("close");
  expect(lines).toEqual([expect.objectContaining({ msg: "a request is over", requestId: expect.any(String) })]);
});

test.each([
  ["/api/conversations/0199-some-id/messages?limit=3", "/api/conversations/{id}/messages"],
  ["/api/conversations", "/api/conversations"],
  ["/api/notifications/preferences", "/api/notifications/preferences"],
  ["/api/viewings/1/calendar.ics", "/api/viewings/{id}/calendar.ics"],
  ["/api/nothing/like/that", "api"],
  ["/api/conversations/../../etc", "api"],
  ["/api/auth/callback/credentials", "sign-in"],
  ["/inbox/0199-some-id", "page"],
  ["/_next/static/chunks/main.js", "file"],
  ["/photos/0199.webp", "file"],
  ["", "page"],
])("%s is counted as %s", (url, route) => {
  expect(placeOf(url).route).toBe(route);
});
