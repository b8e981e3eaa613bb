/** A neighbour of the gateway: a subgraph over HTTP that a test can let fail in every way. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buildASTSchema, graphql, Kind, parse, print, type GraphQLSchema } from 'graphql';

type Resolver = (source: Record<string, unknown>, args: Record<string, unknown>) => unknown;

/** Resolvers by `Type.field`; those of `Type` alone find an entity by its representation. */
export type Resolvers = Record<string, Resolver>;

/** What a neighbour was asked. */
export interface Asked {
  query: string;
  variables: Record<string, unknown>;
  headers: IncomingHttpHeaders;
  body: string;
}

/** How a neighbour answers instead of being right. */
export type Fault = (response: ServerResponse) => void;

export const link = (...imports: string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ${JSON.stringify(imports)})\n`;

export class Neighbour {
  /** What it was asked of its data, without the questions for its schema. */
  readonly asked: Asked[] = [];
  /** Faults with which the next questions are answered; the last one stays when `sticky`. */
  fault: Fault | null = null;
  /** How it answers questions for its schema instead; like all others unless it is set. */
  schemaFault: Fault | null | undefined;
  /** How often it was asked for its schema. */
  looks = 0;
  /** The headers of the last question for its schema. */
  lookedWith: IncomingHttpHeaders = {};
  private schema: GraphQLSchema;
  private server: Server | undefined;
  private port = 0;

  private constructor(
    readonly name: string,
    private sdl: string,
    private resolvers: Resolvers,
    private readonly tls: ServerOptions | null,
  ) {
    this.schema = schemaOf(sdl);
  }

  /** @param tls its certificate, and what it asks of clients; without, it speaks plain HTTP */
  static async start(
    name: string,
    sdl: string,
    resolvers: Resolvers,
    tls: ServerOptions | null = null,
  ): Promise<Neighbour> {
    const neighbour = new Neighbour(name, sdl, resolvers, tls);
    await neighbour.listen();
    return neighbour;
  }

  get url(): string {
    return `${this.tls ? 'https://localhost' : 'http://127.0.0.1'}:${this.port}/graphql`;
  }

  /** Its schema changes, as after a deployment. */
  deploy(sdl: string, resolvers: Resolvers = this.resolvers): void {
    this.schema = schemaOf(sdl);
    this.sdl = sdl;
    this.resolvers = resolvers;
  }

  /** Nothing listens at its address any more. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** Listens at its address again. */
  async listen(): Promise<void> {
    const listener = (request: IncomingMessage, response: ServerResponse): void => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void this.answer(Buffer.concat(chunks).toString(), request.headers, response);
      });
    };
    const server = this.tls ? createSecureServer(this.tls, listener) : createServer(listener);
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private async answer(body: string, headers: IncomingHttpHeaders, response: ServerResponse): Promise<void> {
    const { query, variables = {} } = JSON.parse(body) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    const isLook = query.includes('_service');
    if (isLook) {
      this.looks += 1;
      this.lookedWith = headers;
    } else this.asked.push({ query, variables, headers, body });
    const fault = isLook && this.schemaFault !== undefined ? this.schemaFault : this.fault;
    if (fault) {
      fault(response);
      return;
    }
    const result = await graphql({
      schema: this.schema,
      source: query,
      variableValues: variables,
      rootValue: {},
      fieldResolver: (source: Record<string, unknown>, args, _context, { parentType, fieldName, path }) =>
        this.resolve(source, args as Record<string, unknown>, parentType.name, fieldName, path.key as string),
      typeResolver: (value: { __typename?: string }) => value.__typename,
    });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
  }

  private resolve(
    source: Record<string, unknown>,
    args: Record<string, unknown>,
    type: string,
    field: string,
    key: string,
  ): unknown {
    if (field === '_service') return { sdl: this.sdl };
    if (field === '_entities')
      return (args.representations as Record<string, unknown>[]).map((representation) => {
        const find = this.resolvers[representation.__typename as string];
        return find ? find(representation, {}) : representation;
      });
    const resolver = this.resolvers[`${type}.${field}`];
    return resolver ? resolver(source, args) : (source[field] ?? source[key]);
  }
}

/** A schema as a subgraph serves it. https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec */
function schemaOf(sdl: string): GraphQLSchema {
  const document = parse(sdl);
  const entities = document.definitions.flatMap((node) =>
    (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    node.directives?.some(({ name }) => name.value === 'key')
      ? [node.name.value]
      : [],
  );
  const hasQuery = document.definitions.some(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query',
  );
  const service = `
    scalar _Any
    type _Service { sdl: String! }
    ${hasQuery ? 'extend type' : 'type'} Query { _service: _Service! ${entities.length > 0 ? '_entities(representations: [_Any!]!): [_Entity]!' : ''} }
    ${entities.length > 0 ? `union _Entity = ${entities.join(' | ')}` : ''}`;
  return buildASTSchema(parse(`${print(document)}\n${service}`), { assumeValid: true, assumeValidSDL: true });
}

/** The faults of neighbours. */
export const faults = {
  hangs: () => undefined,
  resets: (response) => response.socket?.destroy(),
  stopsInTheMiddle: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":{"half');
    response.socket?.end();
  },
  html: (response) =>
    response.setHeader('content-type', 'text/html').end('<html>secret-of-upstream: it is down</html>'),
  brokenJson: (response) => response.end('{"data": {"secret-of-upstream": '),
  noGraphql: (response) => response.end('{"secret-of-upstream": true}'),
  aList: (response) => response.end('[1, 2, "secret-of-upstream"]'),
  nothing: (response) => response.end('{"data":null,"secret":"secret-of-upstream"}'),
  nothingAndNoErrors: (response) => response.end('{"data":null,"errors":[],"x":"secret-of-upstream"}'),
  noFields: (response) => response.end('{"data":{},"secret":"secret-of-upstream"}'),
  status500: (response) => response.writeHead(500).end('secret-of-upstream'),
  status401: (response) => response.writeHead(401).end('secret-of-upstream'),
  entitiesOfAnotherLength: (response) =>
    response.end('{"data":{"_entities":[],"secret":"secret-of-upstream"}}'),
  wrongTypes: (response) =>
    response.end('{"data":{"_entities":[{"__typename":"Machine","scans":"secret-of-upstream"}]}}'),
  redirects: (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end(),
  tooMuch: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const send = (left: number): void => {
      if (left === 0) response.end();
      else response.write(piece, () => send(left - 1));
    };
    send(11);
  },
} satisfies Record<string, Fault>;
