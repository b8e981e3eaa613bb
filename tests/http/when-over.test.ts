/** A request is over once, whatever ends it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import express from 'express';
import { eventually } from '../helpers/eventually';
import { finishSynchronously, onFinished } from '../../src/http/on-finished';

it.each([
  ['its answer', '/answered', 0],
  ['its client', '/left', 30],
])('is told once when %s ends it', async (_, path, leaveAfter) => {
  let told = 0;
  const app = express();
  app.get('/answered', (request, response) => {
    onFinished(request, response, () => (told += 1));
    response.send('here');
  });
  app.get('/left', (request, response) => onFinished(request, response, () => (told += 1)));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: gateway\r\n\r\n`);
  if (leaveAfter > 0) setTimeout(() => socket.destroy(), leaveAfter);

  await eventually(() => Promise.resolve(told), 1);

  socket.destroy();
  await new Promise((closed) => server.close(closed));
  expect(told).toBe(1);
});

it.each([
  ['at once where the answer is sent at once', 10, true],
  ['later where the client takes its time', 30_000_000, false],
])('is told by the sender %s', async (_, length, atOnce) => {
  let told = 0;
  let toldAtOnce = 0;
  const server = createServer((request, response) => {
    const over = finishSynchronously(request, response);
    onFinished(request, response, () => (told += 1));
    response.end('x'.repeat(length));
    over();
    toldAtOnce = told;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  socket.write('GET / HTTP/1.1\r\nHost: gateway\r\n\r\n');

  await once(server, 'request');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(toldAtOnce).toBe(atOnce ? 1 : 0);
  socket.resume();
  await eventually(() => Promise.resolve(told), 1);

  socket.destroy();
  await new Promise((closed) => server.close(closed));
  expect(told).toBe(1);
});
