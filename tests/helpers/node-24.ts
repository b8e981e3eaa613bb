/** A Node 24 to start the built server under, without touching the Node that runs the tests. */
import { execFile as execFileCallback } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execFile = promisify(execFileCallback);

const version = '24.21.0';
const platform = process.platform === 'win32' ? 'win' : process.platform;
const npmPackage = `node-${platform}-${process.arch}`;
const folder = join(__dirname, '../../.cache', `node-${version}`);
const binary = join(folder, 'node_modules', npmPackage, 'bin/node');

/**
 * The path of its binary. The first call installs it from the npm registry into `.cache`; it is no devDependency, as
 * its `node` would then come first on the PATH of every npm script.
 */
export async function node24(): Promise<string> {
  if (!existsSync(binary)) await install();
  return binary;
}

async function install(): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  try {
    await writeFile(join(unfinished, 'package.json'), '{}');
    await execFile('npm', ['install', '--no-package-lock', '--ignore-scripts', `${npmPackage}@${version}`], {
      cwd: unfinished,
    });
    // In one step, so that a test that runs at the same time finds all of it or nothing.
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(binary)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
