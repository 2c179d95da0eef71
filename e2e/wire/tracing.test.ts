import { expect, onTestFinished, test } from "vitest";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { disconnectAll, gather, request } from "../harness/person.ts";
import { startTraceCollector } from "../harness/trace-collector.ts";

const CANARY = "yellowbird";

test("a request, an event and a job show what the database did for them, and nothing of what was said", {
  timeout: 2 * OWN_SERVER_MS,
}, async () => {
  const collector = await startTraceCollector();
  onTestFinished(collector.stop);
  const { baseUrl, stop } = await startOwnServer("tracing", { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const together = await alice.opens(bob);
  await alice.says(together, CANARY);
  await bob.device.ask("message:send", { conversationId: CANARY } as never);
  await request(`${baseUrl}/?q=${CANARY}`, { headers: { cookie: CANARY, "user-agent": CANARY } });
  disconnectAll(alice, bob);
  // At its end the process hands over what it still holds.
  await stop();

  const partsOf = (name: string): string[][] =>
    collector.spans
      .filter((span) => span.name === name && !span.parentSpanId)
      .map(({ spanId }) => collector.spans.filter(({ parentSpanId }) => parentSpanId === spanId).map((part) => part.name));
  expect(partsOf("POST /api/conversations")[0]).toContain("database write");
  expect(partsOf("message:send").map((parts) => parts.includes("database write"))).toEqual([true, false]);
  expect(partsOf("job account:mail").length).toBeGreaterThan(0);
  expect(partsOf("GET page").length).toBeGreaterThan(0);
  // What the process does by itself is part of nothing, and no trace.
  expect(collector.spans.filter(({ name, parentSpanId }) => name.startsWith("database") && !parentSpanId)).toEqual([]);
  for (const told of [CANARY, together, alice.id, alice.email, "127.0.0.1"]) expect(collector.text()).not.toContain(told);
});
