import { expect, test } from "vitest";
import type { Metrics } from "../ports.ts";
import { createPulseMeter } from "./pulse-meter.ts";

const openMeter = () => {
  const counted: string[] = [];
  const inner: Metrics = {
    count: (name, labels, by) => void counted.push(`${name} ${JSON.stringify(labels)} ${by}`),
    observe: (name, value) => void counted.push(`${name} ${value}`),
    watch: () => undefined,
  };
  let time = 1_000_000;
  const meter = createPulseMeter(inner, { now: () => time });
  const pass = (seconds: number): void => {
    time += seconds * 1_000;
  };
  return { meter, counted, pass };
};

test("everything is counted on as before", () => {
  const { meter, counted } = openMeter();
  meter.metrics.count("uninest_messages_stored_total", { kind: "written" }, 2);
  meter.metrics.observe("uninest_delivery_seconds", 0.02, {});
  expect(counted).toEqual(['uninest_messages_stored_total {"kind":"written"} 2', "uninest_delivery_seconds 0.02"]);
});

test("the last minute is what was in it, and passes", () => {
  const { meter, pass } = openMeter();
  expect(meter.lastMinute()).toEqual({ messages: 0, delivery: null, errors: 0 });
  for (let ms = 1; ms <= 100; ms += 1) meter.metrics.observe("uninest_delivery_seconds", ms / 1_000, {});
  meter.metrics.count("uninest_messages_stored_total", { kind: "written" }, 3);
  pass(30);
  meter.metrics.count("uninest_messages_stored_total", { kind: "posted" });
  expect(meter.lastMinute()).toEqual({ messages: 4, delivery: { p50: 50, p95: 95, p99: 99 }, errors: 0 });
  pass(35);
  expect(meter.lastMinute()).toEqual({ messages: 1, delivery: null, errors: 0 });
});

test("errors are counted by their code, over the last hour: a good answer and a page that is not there are none", () => {
  const { meter, pass } = openMeter();
  const { metrics } = meter;
  metrics.count("uninest_events_total", { event: "message:send", outcome: "ok" });
  metrics.count("uninest_events_total", { event: "message:send", outcome: "blocked" }, 2);
  metrics.count("uninest_handshakes_total", { outcome: "unauthenticated" });
  metrics.count("uninest_http_requests_total", { route: "/api/blocks", method: "GET", status: "200" });
  metrics.count("uninest_http_requests_total", { route: "page", method: "GET", status: "404" });
  metrics.count("uninest_http_requests_total", { route: "/api/blocks", method: "GET", status: "404" });
  metrics.count("uninest_http_requests_total", { route: "/api/blocks", method: "GET", status: "403" });
  metrics.count("uninest_http_requests_total", { route: "/api/blocks", method: "GET", status: "503" });
  metrics.count("uninest_http_requests_total", { route: "/api/blocks", method: "GET", status: "500" });
  expect(meter.lastMinute().errors).toBe(7);
  pass(50 * 60);
  metrics.count("uninest_events_total", { event: "unknown", outcome: "validation_failed" });
  expect(meter.errorsOfHour()).toEqual({
    blocked: 2,
    unauthenticated: 1,
    not_found: 1,
    forbidden: 1,
    unavailable: 1,
    internal: 1,
    validation_failed: 1,
  });
  pass(11 * 60);
  expect(meter.errorsOfHour()).toEqual({ validation_failed: 1 });
  expect(meter.lastMinute().errors).toBe(0);
});

test("however many deliveries there are, few are remembered, and the newest among them", () => {
  const { meter } = openMeter();
  for (let one = 0; one < 10_000; one += 1) meter.metrics.observe("uninest_delivery_seconds", one < 8_000 ? 9 : 0.005, {});
  expect(meter.lastMinute().delivery).toEqual({ p50: 5, p95: 5, p99: 5 });
});
