/** Values that are well-formed, and yet can hardly be meant. */
import type { Quad, Term } from '@rdfjs/types';
import { dcat, rdf } from '../../../vocabulary/namespaces';
import type { Doubt } from './doubt';

const keyOf = ({ termType, value }: Term) => `${termType} ${value}`;
const isDay = /^\d{4}(?:-\d{2}){0,2}(?:T|$)/;

export function reversedPeriods(quads: readonly Quad[]): Doubt[] {
  const starts = new Map<string, string>();
  for (const { subject, predicate, object } of quads)
    if (predicate.value === dcat('startDate') && isDay.test(object.value))
      starts.set(keyOf(subject), object.value);
  return quads.flatMap(({ subject, predicate, object }) => {
    const start = predicate.value === dcat('endDate') ? starts.get(keyOf(subject)) : undefined;
    if (start === undefined || !isDay.test(object.value)) return [];
    // Dates of different precision are compared as far as both go.
    const length = Math.min(start.length, object.value.length, 10);
    if (object.value.slice(0, length) >= start.slice(0, length)) return [];
    const value = `${start} – ${object.value}`;
    return [{ id: 'period-reversed', subject, property: predicate.value, value: object, words: { value } }];
  });
}

const local =
  /^(?:file:|https?:\/\/(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\]|[^/:]+\.(?:local|localdomain|intern|internal|lan))(?=[:/]|$))/i;
const addresses: ReadonlySet<string> = new Set(
  ['accessURL', 'downloadURL', 'landingPage', 'endpointURL'].map(dcat),
);
const records: ReadonlySet<string> = new Set(['Catalog', 'Dataset', 'Distribution', 'DataService'].map(dcat));

/** One word for each host is enough. */
export function localAddresses(quads: readonly Quad[]): Doubt[] {
  const said = new Map<string, Doubt>();
  for (const { subject, predicate, object } of quads) {
    const isRecord = predicate.value === rdf('type') && records.has(object.value);
    const value = isRecord ? subject : addresses.has(predicate.value) ? object : null;
    const host = value?.termType === 'NamedNode' ? local.exec(value.value)?.[0] : undefined;
    if (host === undefined || said.has(host)) continue;
    said.set(host, { id: 'local-address', subject, property: isRecord ? null : predicate.value, value });
  }
  return [...said.values()];
}

/** Titles of a list have commas, but no semicolons; a keyword has neither often. */
const several = /[;|]|(?:,.*){2}/;

export const keywordsInOne = (quads: readonly Quad[]): Doubt[] =>
  quads.flatMap(({ subject, predicate, object }) =>
    predicate.value === dcat('keyword') && several.test(object.value)
      ? [{ id: 'keywords-in-one' as const, subject, property: predicate.value, value: object }]
      : [],
  );
