/** The search keeps what docs/search.md promises of it: ahead of MiniSearch over the same texts, and nearly always an answer. */
import { execFile as execFileCallback } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execFile = promisify(execFileCallback);

it('answers the graded questions well', async () => {
  const { stdout } = await execFile(process.execPath, ['bench/search-score/main.mjs', '--check'], {
    cwd: join(__dirname, '../..'),
    env: { PATH: process.env.PATH ?? '' },
  });

  expect(stdout).not.toContain('not in the catalogue');
}, 120_000);
