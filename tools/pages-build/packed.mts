// What is built, packed once.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Plugin } from 'vite';

/** Beside each text its packed form, which takes too long to make for each request. */
export const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  enforce: 'post',
  async writeBundle({ dir = '' }, bundle) {
    const texts = Object.keys(bundle).filter((file) => /\.(?:js|css|svg|ttf)$/.test(file));
    const pack = promisify(brotliCompress);
    await Promise.all(
      texts.map(async (file) =>
        writeFile(join(dir, `${file}.br`), await pack(await readFile(join(dir, file)))),
      ),
    );
  },
};
