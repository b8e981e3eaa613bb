/** What is odd in a document as a whole, and what only a person can decide. */
import type { Quad, Term } from '@rdfjs/types';
import { getOrMake } from '../../../maps';
import { adms, dcat, dct, foaf, rdf } from '../../../vocabulary/namespaces';
import { singleProperties } from './property-kinds';
import { keywordsInOne, localAddresses, reversedPeriods } from './value-doubts';
import type { Doubt } from './doubt';

const keyOf = ({ termType, value }: Term) => `${termType} ${value}`;
const valueOf = (term: Term) =>
  term.termType === 'Literal' ? `${term.language} ${term.datatype.value} ${term.value}` : keyOf(term);

/** The distinct values of some properties, by subject. */
class Values {
  readonly #values = new Map<string, Map<string, Map<string, Term>>>();
  readonly subjects = new Map<string, Term>();

  constructor(quads: readonly Quad[], properties: ReadonlySet<string>) {
    for (const { subject, predicate, object } of quads) {
      if (!properties.has(predicate.value)) continue;
      const key = keyOf(subject);
      if (!this.subjects.has(key)) this.subjects.set(key, subject);
      const ofSubject = getOrMake(this.#values, key, () => new Map<string, Map<string, Term>>());
      getOrMake(ofSubject, predicate.value, () => new Map<string, Term>()).set(valueOf(object), object);
    }
  }

  of(subject: Term, property: string): readonly Term[] {
    return [...(this.#values.get(keyOf(subject))?.get(property)?.values() ?? [])];
  }

  /** The properties of which a subject has more than one value. */
  several(subject: Term): ReadonlySet<string> {
    const found = [...(this.#values.get(keyOf(subject)) ?? [])].filter(([, { size }]) => size > 1);
    return new Set(found.map(([property]) => property));
  }
}

const type = rdf('type');
const looked = new Set([
  ...singleProperties.map(([property]) => property),
  ...[type, dct('identifier'), foaf('name'), dcat('contactPoint'), adms('sample'), dcat('distribution')],
]);

export function shapeDoubts(quads: readonly Quad[]): Doubt[] {
  const values = new Values(quads, looked);
  const subjects = [...values.subjects.values()];
  const ofType = (subject: Term, of: string) => values.of(subject, type).some(({ value }) => value === of);
  const datasets = subjects.filter((subject) => ofType(subject, dcat('Dataset')));
  return [
    ...subjects.flatMap((subject) => severalValues(subject, values)),
    ...(datasets.length > 0
      ? unlinked(
          subjects.filter((subject) => ofType(subject, dcat('Distribution'))),
          quads,
        )
      : []),
    ...sharedContacts(datasets, values),
    ...duplicates(datasets, values),
    ...reversedPeriods(quads),
    ...localAddresses(quads),
    ...keywordsInOne(quads),
  ];
}

function severalValues(subject: Term, values: Values): Doubt[] {
  const several = values.several(subject);
  if (several.size === 0) return [];
  return singleProperties.flatMap(([property, classes]) => {
    if (!several.has(property)) return [];
    if (classes && !values.of(subject, type).some(({ value }) => classes.includes(value))) return [];
    const count = values.of(subject, property).length;
    return [{ id: 'several-values', subject, property, value: null, words: { count } }];
  });
}

function unlinked(distributions: readonly Term[], quads: readonly Quad[]): Doubt[] {
  if (distributions.length === 0) return [];
  const linked = new Set(quads.map(({ object }) => keyOf(object)));
  return distributions
    .filter((one) => !linked.has(keyOf(one)))
    .map((one) => ({ id: 'distribution-not-linked', subject: one, property: null, value: one }));
}

function sharedContacts(datasets: readonly Term[], values: Values): Doubt[] {
  const users = new Map<string, { contact: Term; datasets: Term[] }>();
  for (const dataset of datasets)
    for (const contact of values.of(dataset, dcat('contactPoint')))
      if (contact.termType === 'BlankNode')
        getOrMake(users, keyOf(contact), () => ({ contact, datasets: [] as Term[] })).datasets.push(dataset);
  return [...users.values()].flatMap(({ contact, datasets: of }) =>
    of.length < 2
      ? []
      : [
          {
            id: 'shared-contact',
            subject: contact,
            property: null,
            value: null,
            words: { count: of.length },
          } as const,
        ],
  );
}

/** The same address with http and https, with and without www and a slash at the end. */
const spelling = (iri: string) =>
  iri
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();

function duplicates(datasets: readonly Term[], values: Values): Doubt[] {
  const found: Doubt[] = [];
  const first = new Map<string, Term>();
  const said = new Set<string>();
  const look = (key: string, dataset: Term, why: string, whyEn: string) => {
    const other = getOrMake(first, key, () => dataset);
    const pair = `${keyOf(other)}\n${keyOf(dataset)}`;
    if (other === dataset || said.has(pair)) return;
    said.add(pair);
    found.push({
      id: 'possible-duplicate',
      subject: dataset,
      property: null,
      value: other,
      words: { why, whyEn },
    });
  };
  for (const dataset of datasets)
    if (dataset.termType === 'NamedNode')
      look(
        `iri ${spelling(dataset.value)}`,
        dataset,
        'die IRIs unterscheiden sich nur in der Schreibweise',
        'the IRIs differ in spelling only',
      );
  for (const dataset of datasets)
    for (const publisher of values.of(dataset, dct('publisher')))
      for (const identifier of values.of(dataset, dct('identifier')))
        for (const name of publisherNames(publisher, values))
          look(
            `id ${name}\n${identifier.value}`,
            dataset,
            'Herausgeber und Kennung sind gleich',
            'publisher and identifier are the same',
          );
  return found;
}

const publisherNames = (publisher: Term, values: Values) =>
  publisher.termType === 'NamedNode'
    ? [publisher.value]
    : values.of(publisher, foaf('name')).map(({ value }) => value);
