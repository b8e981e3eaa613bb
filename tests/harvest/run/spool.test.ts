/** What waits in a run is given back as it was, whether it stays in memory or goes to a file. */
import { readdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spool } from '../../../src/harvest/run/spool';

const texts = Array.from({ length: 200 }, (_, number) => `${number} ${'ä€😀x'.repeat(number % 17)}`);

/** Adds all, and reads some of them between. */
function filled(spool: Spool): string[] {
  for (const [number, text] of texts.entries()) {
    expect(spool.add(text)).toBe(number);
    if (number % 7 === 0) expect(spool.read(number - (number % 5))).toBe(texts[number - (number % 5)]);
  }
  return texts.map((_, number) => spool.read(texts.length - 1 - number)).reverse();
}

describe('texts that are set aside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spool-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('come back while they are few', () => {
    expect(filled(new Spool())).toEqual(texts);
  });

  it('come back from a file, which has no name', () => {
    const spool = new Spool(500, folder);
    expect(filled(spool)).toEqual(texts);
    expect(readdirSync(folder)).toEqual([]);
    spool.close();
    expect(() => new Spool(500, folder).add('x'.repeat(2_000))).not.toThrow();
  });

  it('stay in memory where no file can be made', () => {
    expect(filled(new Spool(500, join(folder, 'missing')))).toEqual(texts);
  });

  it('may be longer than a page', () => {
    const spool = new Spool(100, folder);
    const long = ['a'.repeat(1_000), 'b', 'c'.repeat(300)];
    for (const text of long) spool.add(text);
    expect(long.map((_, number) => spool.read(number))).toEqual(long);
    spool.close();
  });
});
