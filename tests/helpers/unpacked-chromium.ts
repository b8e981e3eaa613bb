/** The Chromium that comes with `npm ci`, out of the package `@sparticuz/chromium`: a program for Linux on x64 that needs next to nothing installed. */
import { execFile as execFileCallback } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const execFile = promisify(execFileCallback);

const home = join(dirname(require.resolve('@sparticuz/chromium')), '../..');
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
const folder = join(__dirname, '../../.cache', `chromium-${version}`);

/** Unpacked once, into `.cache`. The package would do so into the machine's own folder for temporary files, under a name that others may take. */
export async function unpackedChromium() {
  if (!existsSync(folder)) await unpack();
  return {
    executablePath: join(folder, 'chromium'),
    // Libraries and a font that a machine without a desktop does not have.
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder },
  };
}

async function unpack(): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  try {
    const program = join(unfinished, 'chromium');
    await inflate('chromium.br', program);
    await chmod(program, 0o755);
    for (const archive of ['al2023.tar', 'fonts.tar']) {
      const file = join(unfinished, archive);
      await inflate(`${archive}.br`, file);
      await execFile('tar', ['--extract', '--no-same-owner', '--file', file, '--directory', unfinished]);
      await rm(file);
    }
    await writeFile(join(unfinished, 'fonts.conf'), fonts);
    // In one step, so that a test that runs at the same time finds all of it or nothing.
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

const inflate = (name: string, into: string): Promise<void> =>
  pipeline(createReadStream(join(home, 'bin', name)), createBrotliDecompress(), createWriteStream(into));

const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
