/** GraphQL Yoga over our schema with its resolvers and loaders: what a good executor makes of the same code. */
require('reflect-metadata');
const { createServer } = require('node:http');
const { createYoga } = require('graphql-yoga');
const { openStore } = require('../../dist/src/open-store.js');
const { registry } = require('../../dist/src/registry.js');
const { readConfig } = require('../../dist/src/config/index.js');
const { requestContext } = require('../../dist/src/graphql/context.js');
const { schemaOf } = require('../../dist/src/graphql/schema.js');

async function main() {
  const config = readConfig(process.env);
  const reader = await openStore(config);
  const schema = await schemaOf(registry);
  const access = { registry, schema, limits: config.limits, sizeOf: () => 0, reader };
  const yoga = createYoga({
    schema,
    context: () => requestContext({ ...access, language: 'de', publicUrl: 'http://127.0.0.1' }),
    logging: false,
    graphiql: false,
  });
  const server = createServer(yoga);
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
}

void main();
