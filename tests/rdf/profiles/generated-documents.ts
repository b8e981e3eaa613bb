/** Generated RDF: mutants of real documents, and graphs in the vocabulary of a profile. */
import type { Quad, Term } from '@rdfjs/types';
import fc from 'fast-check';
import { DataFactory } from 'n3';
import { pathOf } from '../../../src/rdf/profiles/path';
import type { Profile, ShapeData } from '../../../src/rdf/profiles/profile';
import { iriOf, termOf } from '../../../src/rdf/profiles/names';

const namedNode = (iri: string) => DataFactory.namedNode(iri);
const blankNode = (name: string) => DataFactory.blankNode(name);
const literal = (text: string, is?: string | ReturnType<typeof namedNode>) => DataFactory.literal(text, is);
const quad = (subject: Term, property: Term, object: Term): Quad =>
  DataFactory.quad(subject as Quad['subject'], property as Quad['predicate'], object as Quad['object']);
const rdfType = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const xsd = (name: string) => namedNode(`http://www.w3.org/2001/XMLSchema#${name}`);

/** Literals right and wrong for every datatype that profiles ask for. */
const literals = [
  literal('a text'),
  literal('ein Text', 'de'),
  literal('noch einer', 'de'),
  literal('true', xsd('boolean')),
  literal('false', xsd('boolean')),
  literal('1', xsd('boolean')),
  literal('yes', xsd('boolean')),
  literal('2024-12-31', xsd('date')),
  literal('31.12.2024', xsd('date')),
  literal('2024-12-31T23:59:59Z', xsd('dateTime')),
  literal('2024-12-31', xsd('dateTime')),
  literal('2024', xsd('gYear')),
  literal('2024-12', xsd('gYearMonth')),
  literal('12', xsd('nonNegativeInteger')),
  literal('-12', xsd('nonNegativeInteger')),
  literal('12', xsd('integer')),
  literal('1.5', xsd('decimal')),
  literal('1,5', xsd('decimal')),
  literal('P1Y2M', xsd('duration')),
  literal('P', xsd('duration')),
  literal('0aFF', xsd('hexBinary')),
  literal('abc', xsd('hexBinary')),
];

const otherValues: readonly Term[] = [
  namedNode('https://example.org/other'),
  namedNode('http://www.iana.org/assignments/media-types/text/csv'),
  namedNode('https://w3id.org/dpv/dpv-pd#Age'),
  namedNode('http://purl.org/adms/status/Completed'),
  namedNode('mailto:data@example.org'),
  blankNode('other'),
  ...literals,
];

/** A document of which statements are dropped, doubled with another value, or changed. */
export const mutantOf = (quads: readonly Quad[]): fc.Arbitrary<Quad[]> =>
  fc
    .array(
      fc.record({
        at: fc.nat(quads.length - 1),
        change: fc.constantFrom('drop', 'double', 'replace', 'retype'),
        value: fc.constantFrom(...otherValues),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((changes) => {
      const mutant = new Map(quads.map((one, index) => [index, [one]]));
      for (const { at, change, value } of changes) {
        const original = quads[at];
        if (!original) continue;
        const other = quad(original.subject, original.predicate, value);
        const kept = mutant.get(at) ?? [];
        if (change === 'drop') mutant.set(at, []);
        else if (change === 'double') mutant.set(at, [...kept, other]);
        else if (change === 'replace') mutant.set(at, [other]);
        else mutant.set(at, [quad(original.subject, rdfType, original.object), ...kept]);
      }
      return [...mutant.values()].flat().filter(({ subject }) => subject.termType !== ('Literal' as string));
    });

const everyShape = (profile: Profile): ShapeData[] => {
  const inner = (shape: ShapeData): ShapeData[] => [
    shape,
    ...[...(shape.properties ?? []), ...(shape.or ?? []).flat(), ...(shape.and ?? []).flat()].flatMap(inner),
  ];
  const own = Object.values(profile.sets).flatMap((shapes) => Object.values(shapes).flatMap(inner));
  return [...own, ...profile.includes.flatMap((one) => everyShape(one.profile))];
};

/** Graphs of a few nodes with the classes, properties and values that the rules of a profile speak of. */
export function graphsOf(profile: Profile): fc.Arbitrary<Quad[]> {
  const prefixes = Object.assign(
    {},
    ...profile.includes.map((one) => one.profile.prefixes),
    profile.prefixes,
  ) as Record<string, string>;
  const shapes = everyShape(profile);
  const distinct = (names: readonly string[]) => [...new Set(names)].map((name) => iriOf(name, prefixes));
  const classes = distinct(shapes.flatMap((shape) => [...(shape.targetClass ?? []), ...(shape.class ?? [])]));
  const properties = distinct(
    shapes.flatMap(({ path, targetSubjectsOf = [] }) => [
      ...(path === undefined ? [] : pathOf(path, prefixes).properties),
      ...targetSubjectsOf,
    ]),
  );
  const demanded = shapes.flatMap(({ hasValue = [] }) => hasValue.map((value) => termOf(value, prefixes)));
  const nodes = [
    ...Array.from({ length: 5 }, (_, index) => namedNode(`https://example.org/${index}`)),
    blankNode('x'),
    blankNode('y'),
  ];
  const node = fc.constantFrom(...nodes);
  const typed = fc
    .tuple(node, fc.constantFrom(...classes))
    .map(([subject, type]) => quad(subject, rdfType, namedNode(type)));
  const value = fc.oneof(
    { weight: 4, arbitrary: node },
    { weight: 2, arbitrary: fc.constantFrom<Term>(...otherValues) },
    { weight: 1, arbitrary: fc.constantFrom<Term>(...demanded, ...demanded) },
  );
  const stated = fc
    .tuple(node, fc.constantFrom(...properties), value)
    .map(([subject, property, object]) => quad(subject, namedNode(property), object));
  const below = fc
    .tuple(fc.constantFrom(...classes), fc.constantFrom(...classes))
    .map(([lower, upper]) =>
      quad(namedNode(lower), namedNode('http://www.w3.org/2000/01/rdf-schema#subClassOf'), namedNode(upper)),
    );
  return fc
    .tuple(
      fc.array(typed, { minLength: 1, maxLength: 12 }),
      fc.array(stated, { maxLength: 40 }),
      // The validator does not come back from classes in a circle.
      fc.array(below, { maxLength: 1 }),
    )
    .map((parts) => parts.flat())
    .filter((quads) => quads.every(({ subject, object }) => !subject.equals(object)));
}
