import { expect, test } from "vitest";
import { metrics as named } from "#lib/contract/metrics.ts";
import { createPrometheus } from "./prometheus.ts";

const readingOf = (text: string, series: string): string | undefined =>
  text
    .split("\n")
    .find((line) => line.startsWith(`${series} `))
    ?.slice(series.length + 1);

test("everything that has a name is told of", async () => {
  const text = await createPrometheus().text();
  for (const name of Object.keys(named)) expect(text).toContain(`# TYPE ${name} `);
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
});

test("what is in no list is one series, however much of it there is", async () => {
  const { metrics, text } = createPrometheus();
  for (let one = 0; one < 1_000; one += 1) {
    const made = { route: `/api/${one}`, method: "GET", status: "200" };
    metrics.count("uninest_http_requests_total", made as never);
  }
  const series = (await text()).split("\n").filter((line) => line.startsWith("uninest_http_requests_total{"));
  expect(series).toEqual(['uninest_http_requests_total{route="other",method="GET",status="200"} 1000']);
});

test("what cannot be looked at is absent, and nothing else is", async () => {
  const { metrics, text } = createPrometheus();
  let isAway = false;
  metrics.watch(async () => {
    if (isAway) throw new Error("the database is away");
    return { uninest_jobs: [{ labels: { job: "account:mail", state: "dead" }, value: 3 }] };
  });
  metrics.watch(async () => ({ uninest_connections: [{ labels: {}, value: 7 }] }));
  expect(readingOf(await text(), 'uninest_jobs{job="account:mail",state="dead"}')).toBe("3");
  isAway = true;
  const later = await text();
  expect(later).not.toContain("uninest_jobs{");
  expect(readingOf(later, "uninest_connections")).toBe("7");
});

test("two of them share nothing", async () => {
  const [one, other] = [createPrometheus(), createPrometheus()];
  one.metrics.count("uninest_messages_stored_total", { kind: "written" }, 5);
  expect(readingOf(await one.text(), 'uninest_messages_stored_total{kind="written"}')).toBe("5");
  expect(await other.text()).not.toContain("uninest_messages_stored_total{");
});

test("a message costs next to nothing", () => {
  const { metrics } = createPrometheus();
  const began = performance.now();
  for (let one = 0; one < 100_000; one += 1) {
    metrics.count("uninest_messages_stored_total", { kind: "written" });
    metrics.count("uninest_events_total", { event: "message:send", outcome: "ok" });
    metrics.observe("uninest_delivery_seconds", 0.02, {});
  }
  // Milliseconds a message: more than ten times what it took on a busy machine.
  expect((performance.now() - began) / 100_000).toBeLessThan(0.05);
});
