import { AsyncLocalStorage } from "node:async_hooks";
import type { Span as OpenSpan } from "@opentelemetry/api";
import type { Span, Tracer } from "#lib/domain/ports.ts";

export type Tracing = Tracer & {
  /** Hands over what is still held. */
  stop: () => Promise<void>;
};

const NO_SPAN = { end: () => undefined };
const untraced: Tracing = {
  begin: (_, work) => work(NO_SPAN),
  within: (_, work) => work(NO_SPAN),
  stop: async () => undefined,
};

/**
 * Tells a collector (`endpoint`: OTLP over HTTP) what was done, and what for. Without one nothing of it is even loaded. It is no
 * global of OpenTelemetry's: Next would write spans of its own, with the addresses and queries that people asked for.
 */
export const createTracing = async (endpoint: string | undefined): Promise<Tracing> => {
  if (endpoint === undefined) return untraced;
  // Packages by name and not a file of ours: the build would load that with everything else.
  const { ROOT_CONTEXT, SpanStatusCode, trace } = await import("@opentelemetry/api");
  const { BasicTracerProvider, BatchSpanProcessor } = await import("@opentelemetry/sdk-trace-base");
  const { resourceFromAttributes } = await import("@opentelemetry/resources");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "uninest" }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer("uninest");
  const underWay = new AsyncLocalStorage<OpenSpan>();

  const run = <Result>(span: OpenSpan, work: (span: Span) => Result): Result => {
    const end: Span["end"] = (attributes, hasFailed = false) => {
      span.setAttributes(attributes);
      if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
    return underWay.run(span, () => work({ end }));
  };

  return {
    begin: (name, work) => run(tracer.startSpan(name, {}, ROOT_CONTEXT), work),
    within: (name, work) => {
      const cause = underWay.getStore();
      return cause ? run(tracer.startSpan(name, {}, trace.setSpan(ROOT_CONTEXT, cause)), work) : work(NO_SPAN);
    },
    stop: () => provider.shutdown().catch(() => undefined),
  };
};
