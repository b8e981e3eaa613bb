/** A neighbour (SYNTHETIC) that knows two machines of each infrastructure and the beds of each site, and answers at once. Prints its address, and the number of its questions at `GET /`. */
const { createServer } = require('node:http');

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Infrastructure @key(fields: "slug") { slug: String! machines: [Machine!] }
  type Machine @key(fields: "id") { id: ID! site: Institution }
  type Institution @key(fields: "slug") { slug: String! beds: Int }`;

const machine = (id, slug) => ({ __typename: 'Machine', id, site: { __typename: 'Institution', slug } });

const entity = ({ __typename, slug }) =>
  __typename === 'Institution'
    ? { __typename, beds: slug.length }
    : { __typename, machines: [machine(`${slug}-1`, 'marburg'), machine(`${slug}-2`, 'giessen')] };

let asked = 0;

function answer(body) {
  const { query, variables } = JSON.parse(body);
  if (query.includes('_service')) return { _service: { sdl } };
  asked += 1;
  return { _entities: variables.representations.map(entity) };
}

const server = createServer((request, response) => {
  if (request.method === 'GET') return response.end(String(asked));
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: answer(body) })),
  );
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
