import http from "node:http";
import type { AddressInfo } from "node:net";

type CollectedSpan = { name: string; traceId: string; spanId: string; parentSpanId?: string; status?: { code?: number } };

/** Takes traces as OTLP over HTTP, and keeps them. */
export const startTraceCollector = async () => {
  const spans: CollectedSpan[] = [];
  const bodies: string[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    bodies.push(text);
    const { resourceSpans } = JSON.parse(text);
    for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    /** Everything that came, as it came. */
    text: (): string => bodies.join("\n"),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
