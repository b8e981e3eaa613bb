/** Texts that wait until all are there: a run is as large as its source, and memory is not. */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const megabyte = 1024 * 1024;

/** Where full pages go. */
interface Pages {
  append(page: Buffer): void;
  read(into: Buffer, from: number): void;
  close(): void;
}

/**
 * Texts by their number. The last page is in memory, the others are in a file without a name, which is gone with the process. Where no
 * file can be made, all stay in memory.
 */
export class Spool {
  /** Where each text ends. */
  private readonly ends: number[] = [];
  private pages: Pages | null = null;
  private page: Buffer;
  private inPage = 0;
  /** The number of bytes in full pages. */
  private before = 0;
  private window = { from: 0, bytes: Buffer.alloc(0) };

  constructor(
    private readonly pageSize = megabyte,
    private readonly folder = tmpdir(),
  ) {
    this.page = Buffer.alloc(Math.min(pageSize, 64 * 1024));
  }

  get size(): number {
    return this.ends.length;
  }

  /** @returns the number of the text */
  add(text: string): number {
    const length = Buffer.byteLength(text);
    if (this.inPage + length > this.page.length) this.makeRoomFor(length);
    this.page.write(text, this.inPage);
    this.inPage += length;
    return this.ends.push(this.before + this.inPage) - 1;
  }

  read(number: number): string {
    const [from, to] = [number === 0 ? 0 : (this.ends[number - 1] ?? 0), this.ends[number] ?? 0];
    if (from >= this.before) return this.page.toString('utf8', from - this.before, to - this.before);
    const { window } = this;
    if (from < window.from || to > window.from + window.bytes.length) {
      // What comes after a text is usually read after it.
      const length = Math.max(to - from, Math.min(this.pageSize / 4, this.before - from));
      this.window = { from, bytes: Buffer.alloc(length) };
      this.pages?.read(this.window.bytes, from);
    }
    return this.window.bytes.toString('utf8', from - this.window.from, to - this.window.from);
  }

  close(): void {
    this.pages?.close();
    this.pages = null;
  }

  /** No text is divided between a page and the next. */
  private makeRoomFor(length: number): void {
    const larger = Math.max(this.page.length * 2, this.inPage + length);
    if (larger <= this.pageSize) {
      const page = Buffer.alloc(larger);
      this.page.copy(page, 0, 0, this.inPage);
      this.page = page;
      return;
    }
    if (this.inPage > 0) {
      this.pages ??= openPages(this.folder);
      this.pages.append(this.page.subarray(0, this.inPage));
    }
    this.before += this.inPage;
    this.inPage = 0;
    this.page = Buffer.alloc(Math.max(length, this.pageSize));
  }
}

function openPages(folder: string): Pages {
  try {
    return new FileOfPages(join(folder, `num-gateway-${randomUUID()}`));
  } catch {
    return new PagesInMemory();
  }
}

class FileOfPages implements Pages {
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'wx+', 0o600);
    // It has no name from now on, so that nobody opens it and nothing is left behind.
    unlinkSync(path);
  }

  append(page: Buffer): void {
    for (let done = 0; done < page.length;) done += writeSync(this.file, page, done);
  }

  read(into: Buffer, from: number): void {
    for (let done = 0; done < into.length;) {
      const read = readSync(this.file, into, done, into.length - done, from + done);
      if (read === 0) throw new Error('What was set aside cannot be read any more.');
      done += read;
    }
  }

  close(): void {
    closeSync(this.file);
  }
}

class PagesInMemory implements Pages {
  private readonly pages: { readonly from: number; readonly bytes: Buffer }[] = [];
  private length = 0;

  append(page: Buffer): void {
    this.pages.push({ from: this.length, bytes: Buffer.from(page) });
    this.length += page.length;
  }

  read(into: Buffer, from: number): void {
    for (const page of this.pages) {
      const to = page.from + page.bytes.length;
      if (to <= from || page.from >= from + into.length) continue;
      const first = Math.max(from, page.from);
      page.bytes.copy(into, first - from, first - page.from, Math.min(to, from + into.length) - page.from);
    }
  }

  close(): void {
    this.pages.length = 0;
  }
}
