/** The traces, as a collector of OpenTelemetry on this machine receives them from the started program. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scans, scansSdl } from '../federation/linked-gateway';
import { faults, Neighbour } from '../federation/neighbour';
import type { EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';
import { eventually } from '../helpers/eventually';
import { serve } from '../helpers/gateway-process';

jest.setTimeout(60_000);

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  status: { code?: number };
  attributes: { key: string; value: Record<string, unknown> }[];
}
interface Export {
  resourceSpans: {
    resource: { attributes: Span['attributes'] };
    scopeSpans: { spans: Span[] }[];
  }[];
}

/** Takes what is sent to it by OTLP. */
class Collector {
  readonly exports: Export[] = [];
  readonly headers: Record<string, unknown>[] = [];
  private readonly server: Server = createServer((request, response) => {
    void json(request).then((body) => {
      this.exports.push(body as Export);
      this.headers.push({ path: request.url, ...request.headers });
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  get spans(): Span[] {
    return this.exports
      .flatMap(({ resourceSpans }) => resourceSpans)
      .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  }

  span(name: string): Span {
    const found = this.spans.find((span) => span.name === name);
    if (!found) throw new Error(`No span is called "${name}": ${this.spans.map((span) => span.name).join()}`);
    return found;
  }
}

const attribute = (span: Span, key: string) => span.attributes.find((each) => each.key === key)?.value;

let collector: Collector;
let endpoint: string;
let database: EmptyDatabase;

beforeEach(async () => {
  collector = new Collector();
  endpoint = await collector.start();
  database = await seededDatabase('sqlite');
});
afterEach(async () => {
  collector.stop();
  await database.drop();
});

const query =
  'query SitesOf($slug: String!) { infrastructure(slug: $slug) { participations { totalCount } } }';

/** Starts the program, asks it one question, and stops it, which sends what is not sent yet. */
async function askAndStop(env: Record<string, string>, asked = query): Promise<{ log: string }> {
  // Nothing is kept between requests: what is read for that serves several of them, and is part of none.
  const gateway = await serve({ env: { DATABASE_URL: database.url, ROW_CACHE_MEMORY: '0', ...env } });
  await fetch(`${gateway.url}/graphql?token=in-the-address`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer in-a-header',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
    body: JSON.stringify({ query: asked, variables: { slug: 'racoon' } }),
  });
  const { stdout, stderr, code } = await gateway.stop();
  expect(code).toBe(0);
  return { log: stdout + stderr };
}

it('name the request, its operation and each statement, within the trace of the client; and hold no parameters, no variables, and nothing of headers and query string', async () => {
  await askAndStop({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });

  const request = collector.span('POST /graphql');
  const operation = collector.span('query SitesOf');
  const statements = collector.spans.filter(({ name }) => name === 'SELECT');

  expect(collector.headers[0]?.path).toBe('/v1/traces');
  expect(request).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
  });
  expect(attribute(request, 'http.response.status_code')).toEqual({ intValue: 200 });
  expect(operation.parentSpanId).toBe(request.spanId);
  expect(attribute(operation, 'graphql.operation.name')).toEqual({ stringValue: 'SitesOf' });
  expect(statements.length).toBeGreaterThan(1);
  expect(statements.map(({ parentSpanId }) => parentSpanId)).toEqual(statements.map(() => operation.spanId));

  const sent = JSON.stringify(collector.exports);
  expect(sent).toContain('SELECT');
  expect(sent).not.toContain('racoon');
  expect(sent).not.toContain('in-a-header');
  expect(sent).not.toContain('in-the-address');
});

it('say of an operation that it failed, and by which code', async () => {
  const wrong = query.replace('participations', 'participations(first: 0)');
  await askAndStop({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, wrong);

  const operation = collector.span('query SitesOf');

  expect(operation.status).toEqual({ code: 2 });
  expect(attribute(operation, 'error.type')).toEqual({ stringValue: 'BAD_USER_INPUT' });
});

it('name each question to a subgraph of others, and why it failed', async () => {
  const racoon = await Neighbour.start('scans', scansSdl, scans);
  racoon.fault = faults.html;
  racoon.schemaFault = null;
  const folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
  const file = join(folder, 'subgraphs.yaml');
  await writeFile(file, `subgraphs: [{ name: scans, url: "${racoon.url}" }]`);
  const env = { SUBGRAPHS_FILE: file, SUBGRAPHS_KEPT_AT: join(folder, 'kept.json') };
  const scansOf = query.replace('participations { totalCount }', 'scans');

  await askAndStop({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...env }, scansOf);
  await racoon.stop();
  await rm(folder, { recursive: true });

  const question = collector.span('subgraph scans');
  expect(question.parentSpanId).toBe(collector.span('query SitesOf').spanId);
  expect(question.status).toEqual({ code: 2 });
  expect(attribute(question, 'error.type')).toEqual({ stringValue: 'NOT_JSON' });
  expect(JSON.stringify(question)).not.toContain('_entities');
  expect(racoon.asked[0]?.headers).not.toHaveProperty('traceparent');
});

it('obey the standard variables: service, attributes and headers', async () => {
  await askAndStop({
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/traces`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=num',
    OTEL_SERVICE_NAME: 'num-test',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  });

  const [first] = collector.exports;
  const attributes = first?.resourceSpans[0]?.resource.attributes;

  expect(collector.headers[0]).toMatchObject({ path: '/traces', 'x-tenant': 'num' });
  expect(attributes).toEqual(
    expect.arrayContaining([
      { key: 'service.name', value: { stringValue: 'num-test' } },
      { key: 'deployment.environment.name', value: { stringValue: 'test' } },
    ]),
  );
});

it.each([
  ['no endpoint is set', () => ({})],
  ['they are switched off', () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'true' })],
  ['no exporter is wanted', () => ({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_EXPORTER: 'none' })],
])('are not recorded where %s, and nothing that records them is loaded', async (_, env) => {
  // NODE_DEBUG makes Node name every module that it loads.
  const { log } = await askAndStop({ ...env(), NODE_DEBUG: 'module' });

  const isLoaded = (name: string) => log.includes(`node_modules/${name}`);
  expect(isLoaded('graphql/')).toBe(true);
  // Only the bare interface is, by prom-client.
  for (const name of ['core', 'resources', 'sdk', 'exporter']) {
    expect(isLoaded(`@opentelemetry/${name}`)).toBe(false);
  }
  expect(collector.exports).toEqual([]);
});

it('that nobody takes are given up with a line in the log, and hold up neither answers nor the end', async () => {
  collector.stop();
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_BSP_SCHEDULE_DELAY: '50',
    // Until then it is tried again.
    OTEL_EXPORTER_OTLP_TIMEOUT: '500',
  };
  const gateway = await serve({ env: { DATABASE_URL: database.url, ...env } });

  const { status } = await fetch(`${gateway.url}/graphql?query={__typename}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  const warning = () => gateway.log.find(({ msg }) => msg === 'Traces are not sent');
  await eventually(() => Promise.resolve(warning() !== undefined), true);

  expect(status).toBe(200);
  expect(warning()?.reason).toMatch(/^connect ECONNREFUSED 127\.0\.0\.1:\d+$/);
  expect(await gateway.stop()).toMatchObject({ code: 0 });
});
