/** An answer holds until a class is written from which it was read, and no write before it was made is taken for one after it. */
import { AnswerText } from '../../../src/http/answer-text';
import { ResponseCache } from '../../../src/http/graphql/response-cache';
import { anyClass, Versions, type ReadClasses } from '../../../src/resource/versions';

const [sites, projects] = [{ path: 'institutions' }, { path: 'projects' }];
const text = new AnswerText('{"data":{}}');

/** Write 10 touched institutions, write 8 projects. */
const before = new Versions(
  10,
  new Map([
    ['institutions', 10],
    ['projects', 8],
  ]),
);
const afterWriteTo = (path: string, versions = before): Versions =>
  versions.after({ version: versions.number + 1, touched: [path] });

describe('the response cache', () => {
  let cache: ResponseCache;
  const isThere = (versions: Versions): boolean => cache.get('key', versions) === text;
  const answered = (classes: ReadClasses, versions = before): void =>
    cache.set('key', text, { versions, classes });
  beforeEach(() => {
    cache = new ResponseCache(100_000);
  });

  it.each<[string, ReadClasses, string, boolean]>([
    ['a class from which it was read', [sites, projects], 'projects', false],
    ['another class', [sites], 'projects', true],
    ['any class, where it was read from everything', 'everything', 'projects', false],
    ['any class, where it was read from nothing', [], 'projects', true],
    ['classes that are not known', [sites], anyClass, false],
    ['classes that are not known, where it was read from nothing', [], anyClass, false],
  ])('tells of a write to %s', (_what, classes, written, holds) => {
    answered(classes);
    expect(isThere(before)).toBe(true);

    expect(isThere(afterWriteTo(written))).toBe(holds);
  });

  it('lets go what a write touched that told no classes', () => {
    answered([sites]);

    const raised = new Versions(11, new Map([['institutions', 10]]));

    expect(isThere(raised)).toBe(false);
  });

  it('holds answers that were made while it was not known what the last write touched', () => {
    const unsure = before.after({ version: 11, touched: [anyClass] });
    answered([sites], unsure);
    const sure = afterWriteTo('projects');

    expect(isThere(sure)).toBe(true);
    expect(isThere(afterWriteTo('institutions', sure))).toBe(false);
  });

  it('forgets everything where the data went back, though the classes have versions of before', () => {
    answered([projects]);
    const back = new Versions(9, new Map([['projects', 8]]), 1);

    expect(isThere(back)).toBe(false);

    // What was asked for before that, and is answered only now, is no longer of the data.
    answered([projects]);
    expect(isThere(back)).toBe(false);
    expect(isThere(before)).toBe(false);
    answered([projects], back);
    expect(isThere(back)).toBe(true);
  });

  it('counts anew what has grown, and takes nothing for it that is not cached', () => {
    const large = new AnswerText('x'.repeat(1_000));
    cache.grow('other', large);
    expect(cache.get('other', before)).toBeUndefined();

    answered([sites]);
    cache.grow('key', large);

    expect(isThere(before)).toBe(true);
  });
});
