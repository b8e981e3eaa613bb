import { execFileSync } from 'node:child_process';
import { node24 } from './node-24';

it('is a Node 24 beside the one that runs the tests, and the same each time', async () => {
  const [first, second] = await Promise.all([node24(), node24()]);

  expect(second).toBe(first);
  expect(execFileSync(first, ['--version'], { encoding: 'utf8' })).toMatch(/^v24\./);
}, 120_000);
