/** A small world of entities: identifiers that are alone, shared and several, a link in time, and texts in two languages. */
import { globalId } from '../../src/resource/identity';
import type { PlainRecords } from '../helpers/small-world';

const site = (slug: string, ...identifiers: [scheme: string, value: string][]) => ({
  slug,
  name: { de: `Klinikum ${slug}`, en: `Hospital ${slug}` },
  kind: 'UNIVERSITY_MEDICAL_CENTRE',
  identifiers: identifiers.map(([scheme, value]) => ({ scheme, value })),
});

const dataset = (slug: string, ...dois: string[]) => ({
  slug,
  name: { en: slug },
  kind: 'COHORT',
  identifiers: dois.map((value) => ({ scheme: 'DOI', value })),
});

export const world: PlainRecords = {
  Institution: [
    site('marburg', ['MII_SITE', 'UKMR'], ['ROR', 'https://ror.org/032nzv584']),
    site('giessen', ['MII_SITE', 'UKGI'], ['ROR', 'https://ror.org/032nzv584']),
    site('kiel', ['MII_SITE', 'UKSH']),
    site('luebeck', ['MII_SITE', 'UKSH']),
    site('nowhere-known'),
  ],
  Infrastructure: [{ slug: 'racoon', name: { en: 'RACOON' } }],
  Dataset: [
    dataset('alone', '10.1/alone'),
    dataset('one', '10.1/shared'),
    dataset('other', '10.1/shared'),
    dataset('both', '10.1/first', '10.1/second'),
  ],
  // The way of getting a dataset may have its DOI: it is no other dataset.
  Distribution: [
    {
      slug: 'alone-file',
      kind: 'ON_REQUEST',
      name: { en: 'File' },
      dataset: 'alone',
      identifiers: [{ scheme: 'DOI', value: '10.1/alone' }],
    },
  ],
  Participation: [
    { institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES', startsOn: '2024-06-01' },
    {
      institution: 'marburg',
      infrastructure: 'racoon',
      role: 'COORDINATES',
      startsOn: '2022',
      endsOn: '2023-12-31',
    },
  ],
};

export const idOf = (path: string, slug: string): string => globalId(`${path}/${slug}`);

/** Asks for entities, each with its type and readable key. */
export const entitiesQuery = (fields = '... on Resource { slug } ... on Link { kind }'): string =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${fields} } }`;
