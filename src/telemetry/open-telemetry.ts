/** Traces with OpenTelemetry, exported by OTLP over HTTP. Its packages read the standard OTEL_ variables themselves. */
import type { IncomingHttpHeaders } from 'node:http';
import type * as OpenTelemetry from '@opentelemetry/api';
import type { Attributes, Context, DiagLogger, Span, Tracer } from '@opentelemetry/api';
import type { RequestTrace, Tracing } from './tracing';

const serviceName = 'num-gateway';
const longestName = 100;

/** Loads OpenTelemetry, which is only needed for tracing. @param log called with problems of the export */
export async function openTelemetry(log: (message: string) => void): Promise<Tracing> {
  const [api, core, resources, sdk, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/core'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  api.diag.setLogger(warningsTo(log), {
    logLevel: api.DiagLogLevel.WARN,
    suppressOverrideMessage: true,
  });
  const named = resources.resourceFromAttributes({ 'service.name': serviceName });
  const environment = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new sdk.BasicTracerProvider({
    resource: resources.defaultResource().merge(named).merge(environment),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer(serviceName);
  const propagator = new core.W3CTraceContextPropagator();
  const parentOf = (headers: IncomingHttpHeaders): Context =>
    propagator.extract(api.ROOT_CONTEXT, headers, api.defaultTextMapGetter);
  return {
    request: (method, path, headers) => {
      const attributes = { 'http.request.method': method, 'url.path': path };
      const name = path === '/graphql' ? `${method} ${path}` : method;
      const options = { kind: api.SpanKind.SERVER, attributes };
      const headersOf = (context: Context): Record<string, string> => {
        const carrier: Record<string, string> = {};
        propagator.inject(context, carrier, api.defaultTextMapSetter);
        return carrier;
      };
      const span = tracer.startSpan(name, options, parentOf(headers));
      return new TracedRequest(api, tracer, span, headersOf);
    },
    stop: () => provider.shutdown(),
  };
}

/** The trace of one request, with its operation and statements as child spans. Parents are passed explicitly, without a global context. */
class TracedRequest implements RequestTrace {
  private operation: Span | undefined;

  constructor(
    private readonly api: typeof OpenTelemetry,
    private readonly tracer: Tracer,
    private readonly span: Span,
    private readonly headersOf: (context: Context) => Record<string, string>,
  ) {}

  operationBegins(type: string, name: string | null): void {
    const shown = name?.slice(0, longestName);
    const attributes = { 'graphql.operation.type': type, ...(shown && { 'graphql.operation.name': shown }) };
    const title = shown ? `${type} ${shown}` : type;
    this.operation = this.tracer.startSpan(title, { attributes }, this.below(this.span));
  }

  operationFails(code: string): void {
    this.operation?.setStatus({ code: this.api.SpanStatusCode.ERROR }).setAttribute('error.type', code);
  }

  operationEnds(): void {
    this.operation?.end();
    this.operation = undefined;
  }

  statement<T>(run: () => Promise<T>, textOf: () => string): Promise<T> {
    const text = textOf();
    const name = text.trimStart().split(/\s/, 1)[0] ?? 'statement';
    return this.call(name, { 'db.query.text': text }, run);
  }

  fetch<T>(subgraph: string, run: (headers: Record<string, string>) => Promise<T>): Promise<T> {
    return this.call(`subgraph ${subgraph}`, { 'subgraph.name': subgraph }, (span) =>
      run(this.headersOf(this.below(span))),
    );
  }

  /** Runs a call to another system within a client span below the operation. */
  private async call<T>(name: string, attributes: Attributes, run: (span: Span) => Promise<T>): Promise<T> {
    const span = this.tracer.startSpan(
      name,
      { kind: this.api.SpanKind.CLIENT, attributes },
      this.below(this.operation ?? this.span),
    );
    try {
      return await run(span);
    } catch (error) {
      // Only the kind of error: a driver's message may contain a parameter.
      span.setStatus({ code: this.api.SpanStatusCode.ERROR });
      const { fault } = error as { fault?: unknown };
      if (typeof fault === 'string') span.setAttribute('error.type', fault);
      throw error;
    } finally {
      span.end();
    }
  }

  end(status: number | null): void {
    this.operationEnds();
    if (status !== null) this.span.setAttribute('http.response.status_code', status);
    if (status === null || status >= 500) this.span.setStatus({ code: this.api.SpanStatusCode.ERROR });
    this.span.end();
  }

  private below(span: Span): Context {
    return this.api.trace.setSpan(this.api.ROOT_CONTEXT, span);
  }
}

/** OpenTelemetry reports an error as JSON with a stack trace. The log gets only the message. */
function reasonIn(message: string): string {
  const [, reason] = /"message":"((?:[^"\\]|\\.)*)"/.exec(message) ?? [];
  return reason ?? message;
}

function warningsTo(log: (message: string) => void): DiagLogger {
  const say = (message: string): void => log(reasonIn(message));
  const silent = (): void => undefined;
  return { error: say, warn: say, info: silent, debug: silent, verbose: silent };
}
