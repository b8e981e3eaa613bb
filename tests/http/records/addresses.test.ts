/** What a path is about, for whatever path. */
import fc from 'fast-check';
import { addressAt, type Subject } from '../../../src/http/records/address';
import { registry } from '../../../src/registry';
import { slugPattern } from '../../../src/resource/identity';
import { runs } from '../../helpers/property-runs';

const typeOf = (subject: Subject): string => {
  if (subject.kind === 'vocabulary') return subject.scheme.name;
  return subject.kind === 'page' ? subject.page.names.en : subject.description.type;
};

const at = (path: string) => {
  const address = addressAt(path, registry);
  if (!address) return null;
  const { subject, path: own, extension } = address;
  return { kind: subject.kind, type: typeOf(subject), path: own, extension };
};

describe('an address', () => {
  it.each([
    ['/institutions/marburg', 'record', 'Institution', '/institutions/marburg', null],
    ['/institutions/marburg/', 'record', 'Institution', '/institutions/marburg', null],
    ['/institutions/marburg.ttl', 'record', 'Institution', '/institutions/marburg', 'ttl'],
    ['/institutions/%6Darburg', 'record', 'Institution', '/institutions/marburg', null],
    ['/', 'page', 'Home', '/', null],
    ['/de', 'page', 'Home', '/', null],
    ['/datasets', 'list', 'Dataset', '/datasets', null],
    ['/datasets/', 'list', 'Dataset', '/datasets', null],
    ['/datasets.linkset.json', 'list', 'Dataset', '/datasets', 'linkset.json'],
    [
      '/vocabularies/InstitutionKind.ttl',
      'vocabulary',
      'InstitutionKind',
      '/vocabularies/InstitutionKind',
      'ttl',
    ],
    ['/sources/register', 'record', 'Source', '/sources/register', null],
    [
      '/participations/marburg/racoon/participates.nt',
      'record',
      'Participation',
      '/participations/marburg/racoon/participates',
      'nt',
    ],
  ])('%s is of a %s', (path, kind, type, own, extension) => {
    expect(at(path)).toEqual({ kind, type, path: own, extension });
  });

  it.each([
    '//',
    '/.html',
    '',
    '/towns/marburg',
    '/institutions//',
    '//institutions/marburg',
    '/institutions//marburg',
    '/institutions/marburg//',
    '/institutions/..%2fmarburg',
    '/institutions/../marburg',
    '/institutions/marburg%2f',
    '/institutions/marburg%00',
    '/institutions/marburg;x',
    '/institutions/Marburg',
    '/Institutions/marburg',
    '/institutions/marburg.',
    '/institutions/.ttl',
    '/institutions.ttl/marburg',
    '/institutions/%E0%A4%A',
    '/institutions/%',
    '/vocabularies/Nothing',
    '/vocabularies/__proto__',
    '/vocabularies/InstitutionKind.',
    `/institutions/${'a'.repeat(3_000)}`,
    '/institutions/a/b/c/d/e/f/g',
    '\\institutions\\marburg',
  ])('is none: %s', (path) => {
    expect(at(path)).toBeNull();
  });

  it('is the page of all vocabularies', () => {
    expect(at('/vocabularies')).toEqual({
      kind: 'page',
      type: 'Vocabularies',
      path: '/vocabularies',
      extension: null,
    });
  });

  it('is of what it is made, with each suffix and with a slash', () => {
    const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter((text) => text.length < 100);
    const extension = fc.constantFrom(null, 'ttl', 'linkset.json');
    fc.assert(
      fc.property(
        fc.constantFrom(...registry.all),
        fc.array(slug, { maxLength: 5 }),
        extension,
        fc.constantFrom('', '/'),
        ({ path, type }, slugs, suffix, slash) => {
          const own = `/${[path, ...slugs].join('/')}`;
          expect(at(own + (suffix === null ? '' : `.${suffix}`) + slash)).toEqual({
            kind: slugs.length === 0 ? 'list' : 'record',
            type,
            path: own,
            extension: suffix,
          });
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('holds nothing but slugs, whatever is asked for', () => {
    const odd = fc.string({
      unit: fc.constantFrom(...Array.from('/.%2fabcm-;\\ \0é'), 'institutions', 'datasets'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(odd, (text) => {
        const address = addressAt(`/${text}`, registry);
        if (address && ['record', 'list'].includes(address.subject.kind))
          for (const part of address.path.slice(1).split('/')) expect(part).toMatch(slugPattern);
      }),
      { numRuns: runs(2_000) },
    );
  });
});
