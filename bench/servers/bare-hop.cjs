/** The least that a crossing question can cost in Node: asks `NEIGHBOUR_URL` for the beds of 50 sites over HTTP, reads the JSON, and answers with it. Without a query, it answers at once. */
const { createServer } = require('node:http');
const { Pool } = require('undici');

const pool = new Pool(process.env.NEIGHBOUR_URL);
const representations = Array.from({ length: 50 }, (_, nth) => ({
  __typename: 'Institution',
  slug: `site-${nth}`,
}));
const query =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Institution{beds}}}';

async function hop(response) {
  const { body } = await pool.request({
    path: '/',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { representations } }),
  });
  response.setHeader('content-type', 'application/json').end(JSON.stringify(await body.json()));
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => (JSON.parse(body).query ? void hop(response) : response.end('{}')));
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
