/** A bare node:http server that answers a constant of the size that our own answer has: nothing in JavaScript is faster. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { Buffer } = globalThis;

/** A file with the constant of each operation. */
const answers = new Map(
  Object.entries(JSON.parse(readFileSync(process.env.ANSWERS_FILE, 'utf8'))).map(([name, text]) => [
    `/${name}`,
    Buffer.from(text),
  ]),
);

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const answer = answers.get(request.url);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
});

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
