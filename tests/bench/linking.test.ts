/** Linking keeps what docs/linking.md promises: what is sure is right, and nearly everything known is linked or proposed. */
import { execFile as execFileCallback } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execFile = promisify(execFileCallback);

it('judges the pairs of both halves with a precision of 0.99 and a recall of 0.9', async () => {
  const { stdout, stderr } = await execFile(process.execPath, ['bench/linking/main.mjs', '--check'], {
    cwd: join(__dirname, '../..'),
    env: { PATH: process.env.PATH ?? '' },
  });

  expect(stderr).not.toContain('Too little');
  expect(stdout).toContain('held out');
}, 120_000);
