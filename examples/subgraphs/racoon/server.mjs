/**
 * A subgraph in plain graphql-js: scanners, and how many imaging studies there are. All data is synthetic.
 * node examples/subgraphs/racoon/server.mjs [port]; with SIGNING_SECRET set, it answers the gateway only.
 */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { URL } from 'node:url';
import { buildASTSchema, graphql, parse } from 'graphql';
import { isFromGateway } from '../verify-signature.mjs';

const sdl = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

/** What every subgraph has beside its graph. */
const federation = `
  scalar _Any
  union _Entity = Scanner | Institution | Infrastructure
  type _Service { sdl: String! }
  extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`;
const schema = buildASTSchema(parse(sdl + federation), { assumeValidSDL: true });

/** SYNTHETIC: no such scanners exist. */
const scanners = [
  { id: 'synthetic-ct-1', modality: 'CT', studies: 1200, site: 'marburg' },
  { id: 'synthetic-mri-1', modality: 'MRI', studies: 340, site: 'marburg' },
  { id: 'synthetic-ct-2', modality: 'CT', studies: 2100, site: 'frankfurt' },
].map(({ site, ...scanner }) => ({ __typename: 'Scanner', ...scanner, institution: institution(site) }));

function institution(slug) {
  return {
    __typename: 'Institution',
    slug,
    scanners: () => scanners.filter((scanner) => scanner.institution.slug === slug),
  };
}

const imagingStudies = { racoon: 3640 };

/** How an entity is found by its key; null when it is not known. */
const find = {
  Scanner: ({ id }) => scanners.find((scanner) => scanner.id === id) ?? null,
  Institution: ({ slug }) => institution(slug),
  Infrastructure: ({ slug }) => ({
    __typename: 'Infrastructure',
    slug,
    imagingStudies: imagingStudies[slug] ?? null,
  }),
};

const rootValue = {
  scanners,
  _service: { sdl },
  _entities: ({ representations }) => representations.map((each) => find[each.__typename]?.(each) ?? null),
};

const secret = process.env.SIGNING_SECRET;

const server = createServer(async (request, response) => {
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (secret && !isFromGateway(request.headers, body, secret)) {
      response.writeHead(401).end('This request is not signed by the gateway.');
      return;
    }
    const { query, variables } = JSON.parse(body.toString());
    const result = await graphql({ schema, source: query, variableValues: variables, rootValue });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
  } catch {
    response.writeHead(400).end('Send a GraphQL query as JSON.');
  }
});

server.listen(Number(process.argv[2] ?? 4011), '127.0.0.1', () => {
  console.log(`racoon (synthetic data) is ready: http://127.0.0.1:${server.address().port}/graphql`);
});
process.on('SIGTERM', () => process.exit());
