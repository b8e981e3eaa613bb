/** The declarations of the catalogue hold together: lists find their links, roles exist, terms are addresses, texts are sentences. */
import { parseUrl } from '../../src/url';
import {
  attributeOf,
  describe as describeClass,
  endOf,
  type Description,
} from '../../src/resource/description';
import { codesOf, type ConceptScheme } from '../../src/vocabulary/concept-scheme';
import { AmountQualifier } from '../../src/vocabulary/amount-qualifier';
import { Completeness } from '../../src/vocabulary/completeness';
import { DatePrecision } from '../../src/vocabulary/date-precision';
import { Confidence } from '../../src/vocabulary/confidence';
import { IdentifierScheme } from '../../src/vocabulary/identifier-scheme';
import { Language } from '../../src/vocabulary/language';
import { dcat, dct, foaf, skos, vcard } from '../../src/vocabulary/namespaces';
import { PlacePrecision } from '../../src/vocabulary/place-precision';
import type { Term } from '../../src/vocabulary/term';
import { registry } from '../helpers/small-world';

const sentence = /^[A-Z`].*[.!?]$/s;
const isIri = (term: string): boolean => /^https?:/.test(term) && parseUrl(term) !== null;

/** The terms of a class: of its fields, and of the roles of its links. */
const termsOf = ({ attributes, references, ends, lists }: Description): Term[] => [
  ...[...attributes, ...references, ...ends, ...lists].flatMap(({ term }) => term ?? []),
  ...attributes
    .flatMap(({ scheme }) => Object.values(scheme?.concepts ?? {}))
    .flatMap(({ term }) => term ?? []),
];

const irisOf = ({ predicate, datatype, class: type, parts = {} }: Term): string[] => [
  ...[predicate, datatype, type].filter((iri) => iri !== undefined),
  ...Object.values(parts).flatMap(irisOf),
];

/** DCAT-AP 3.0.1, shapes of ranges: what stands at the object must be said to be of the class. */
const classesAsked: Readonly<Record<string, string>> = {
  [dct('license')]: dct('LicenseDocument'),
  [dct('accessRights')]: dct('RightsStatement'),
  [dct('rights')]: dct('RightsStatement'),
  [dct('spatial')]: dct('Location'),
  [dct('temporal')]: dct('PeriodOfTime'),
  [dct('conformsTo')]: dct('Standard'),
  [dct('publisher')]: foaf('Agent'),
  [dct('creator')]: foaf('Agent'),
  [dct('type')]: skos('Concept'),
  [dcat('theme')]: skos('Concept'),
  [dcat('mediaType')]: dct('MediaType'),
  [dcat('contactPoint')]: vcard('Kind'),
  [dcat('hadRole')]: dcat('Role'),
  [foaf('page')]: foaf('Document'),
  [foaf('homepage')]: foaf('Document'),
};

const schemesIn = ({ attributes }: Description): ConceptScheme[] =>
  attributes.flatMap(({ scheme }) => (scheme ? [scheme] : []));
const schemes = [
  ...new Set([
    ...registry.all.flatMap(schemesIn),
    AmountQualifier,
    Completeness,
    Confidence,
    DatePrecision,
    IdentifierScheme,
    Language,
    PlacePrecision,
  ]),
];

describe.each(registry.all.map((description) => [description.type, description] as const))(
  '%s',
  (_, description) => {
    const { about, term, path, attributes, references, ends, lists } = description;
    const parts = [...attributes, ...references, ...ends, ...lists];

    it('says in whole sentences what it is and what each of its fields is', () => {
      const broken = [{ name: '', about }, ...parts].filter((part) => !sentence.test(part.about));

      expect(broken).toEqual([]);
    });

    it('names a whole number where sources count what a list has', () => {
      const counted = lists.flatMap(({ number }) => number ?? []);

      expect(counted.map((name) => attributeOf(description, name)?.kind.name)).toEqual(
        counted.map(() => 'integer'),
      );
    });

    it('names no two fields alike, nor as one that every record has', () => {
      const everyRecord = [
        'id',
        'iri',
        'identifiers',
        'evidence',
        'disputes',
        'links',
        ...(ends.length > 0 ? ['kind'] : []),
      ];
      const names = [
        ...everyRecord,
        ...parts.map(({ name }) => name),
        ...attributes.flatMap(({ allTexts }) => allTexts ?? []),
        ...attributes.flatMap(({ kind, name }) => (kind.beside ? `${name}Precision` : [])),
      ];

      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    });

    it('takes its RDF terms from vocabularies, as absolute addresses', () => {
      const used = [term, ...termsOf(description).flatMap(irisOf)];

      expect(used.filter((each) => !isIri(each))).toEqual([]);
    });

    it('gives literals a datatype only, and a class only to what is none', () => {
      const broken = termsOf(description).filter(
        ({ object, datatype, class: type, base }) =>
          ((object === 'literal' || object === 'tagged') && (type ?? base) !== undefined) ||
          (object !== 'literal' && datatype !== undefined) ||
          (object === 'node' && type === undefined),
      );

      expect(broken).toEqual([]);
    });

    it('says of a value the class that DCAT-AP asks of it', () => {
      const wrong = termsOf(description).filter(
        ({ predicate, class: type }) => type !== (classesAsked[predicate] ?? type),
      );

      expect(wrong).toEqual([]);
    });

    it('has a path that fits into a web address', () => {
      expect(path).toMatch(/^[a-z]+(-[a-z]+)*$/);
    });

    it('shows a localised text in all languages under a name of its own, and takes codes from a vocabulary', () => {
      const texts = attributes.filter(({ kind }) => kind.name === 'localized');
      const concepts = attributes.filter(({ kind }) => kind.name.startsWith('concept'));

      expect(texts.filter(({ allTexts }) => !allTexts)).toEqual([]);
      expect(concepts.filter(({ scheme }) => !scheme)).toEqual([]);
    });

    it('lists only links that can begin or end at it, and only records that can be at their other end', () => {
      const wrong = lists.filter((list) => {
        if (list.kind === 'inverse') {
          const reference = describeClass(list.to()).references.find(({ name }) => name === list.by);
          return !reference || describeClass(reference.to()) !== description;
        }
        const link = describeClass(list.link());
        const to = list.kind === 'through' && list.to ? describeClass(list.to()) : null;
        return !canBe(link, list.as, description) || (to !== null && !canBe(link, other(list.as), to));
      });

      expect(wrong).toEqual([]);
    });

    it('narrows lists to roles that the vocabulary of their links has', () => {
      const unknown = lists.flatMap((list) => {
        if (list.kind !== 'through' || !list.roles) return [];
        const scheme = attributeOf(describeClass(list.link()), 'role')?.scheme;
        return list.roles.filter((role) => !scheme || !codesOf(scheme).includes(role));
      });

      expect(unknown).toEqual([]);
    });
  },
);

const other = (side: 'from' | 'to') => (side === 'from' ? 'to' : 'from');

/** Whether a record of a class may be at that end of a link; an end without classes takes any resource. */
function canBe(link: Description, side: 'from' | 'to', description: Description): boolean {
  const classes = endOf(link, side).to().map(describeClass);
  return classes.length === 0 ? description.kind === 'resource' : classes.includes(description);
}

it.each(registry.links.map((link) => [link.type, link] as const))(
  '%s connects declared resources, and its ends are named apart',
  (_, link) => {
    const sides = link.ends.map(({ side }) => side).sort();
    const classes = link.ends.flatMap(({ to }) => to().map(describeClass));

    expect(sides).toEqual(['from', 'to']);
    expect(classes.filter((each) => !registry.resources.includes(each))).toEqual([]);
  },
);

it.each(registry.resources.filter(({ boundedBy }) => boundedBy).map((each) => [each.type, each] as const))(
  '%s is bounded by links of which it is an end, and whose time is that of the other end',
  (_, description) => {
    const link = describeClass(description.boundedBy?.() ?? Object);

    expect(canBe(link, 'from', description) || canBe(link, 'to', description)).toBe(true);
  },
);

it('every class that has a first day of its own has a last day too, so that both bound it', () => {
  const halfOpen = registry.all.filter(
    (description) => attributeOf(description, 'startsOn') && !attributeOf(description, 'endsOn'),
  );

  expect(halfOpen).toEqual([]);
});

describe.each(schemes.map((scheme) => [scheme.name, scheme] as const))(
  'the vocabulary %s',
  (name, scheme) => {
    it('has a PascalCase name of its own and a sentence on what its values classify', () => {
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(schemes.filter((each) => each.name === name)).toHaveLength(1);
      expect(scheme.about).toMatch(sentence);
    });

    it('gives each value a German and an English label and a sentence', () => {
      const concepts = Object.entries(scheme.concepts);
      const broken = concepts.filter(
        ([code, { de, en, about, iri }]) =>
          !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code) ||
          de.trim() === '' ||
          en.trim() === '' ||
          !sentence.test(about) ||
          (iri !== undefined && !isIri(iri)),
      );

      expect(concepts.length).toBeGreaterThan(0);
      expect(broken).toEqual([]);
    });
  },
);
