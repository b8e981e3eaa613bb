/** Reads the attributes of a record from its statements. */
import type { Quad } from '@rdfjs/types';
import type { Attribute } from '../../resource/description';
import type { Parts, AdditionalStatement, StatedLiteral } from '../../resource/kinds/kind';
import { schema } from '../../vocabulary/namespaces';
import type { Term } from '../../vocabulary/term';
import { codeOf } from './codes';
import { plainTagsFirst } from './language-tags';
import { equivalentProperties } from './other-properties';
import { statedLiterals, type Reading } from './objects';
import type { PlannedAttribute } from './plan';
import { isNode, nodeOf, propertyOf } from './statements';

/**
 * The value of an attribute as an import writes it; undefined if the document states none. What says it has its place then.
 * @param strict whether only our own property counts, not what others write in its place
 */
export function readAttribute(
  planned: PlannedAttribute,
  subject: string,
  reading: Reading,
  strict: boolean,
): unknown {
  const { statements } = reading;
  const { predicate } = planned.term;
  const ways = strict ? [predicate] : equivalentProperties(predicate);
  for (const way of ways) {
    const all = statements.of(subject, way);
    if (all.length === 0) continue;
    const free = all.filter((quad) => !statements.isPlaced(quad));
    const quads = planned.attribute.kind.holds === 'wordings' ? plainTagsFirst(free) : free;
    const value = quads.length > 0 ? readOne(planned, quads, reading) : undefined;
    if (value === undefined) continue;
    placeRepeated(subject, equivalentProperties(predicate), reading);
    return value;
  }
  return undefined;
}

function readOne(planned: PlannedAttribute, quads: readonly Quad[], reading: Reading): unknown {
  const { attribute, term, shares } = planned;
  const { kind } = attribute;
  if (kind.readParts && term.parts) {
    for (const quad of quads) {
      const { parts, literals } = partsOf(quad, term.parts, reading);
      const value =
        quad.object.termType === 'Literal' ? kind.readText?.(quad.object.value) : kind.readParts(parts);
      if (value === undefined) continue;
      reading.statements.place([quad, ...literals]);
      return value;
    }
    return undefined;
  }
  const literals = statedLiterals(quads, { attribute, object: term, shares }, reading);
  const back = kind.readBack?.(
    literals.map(({ literal }) => literal),
    attribute,
  );
  if (back?.value === undefined) return undefined;
  const taken = new Set(back.taken);
  for (const { literal, quads: saying } of literals) if (taken.has(literal)) reading.statements.place(saying);
  return kind.withApart ? kind.withApart(back.value, apartOf(attribute, quads, reading)) : back.value;
}

/** What the literals of a value leave out. The inverse of `src/rdf/apart.ts`. */
function apartOf(
  { name }: Attribute,
  [first]: readonly Quad[],
  { statements }: Reading,
): readonly AdditionalStatement[] {
  if (!first) return [];
  return statements.of(nodeOf(first.subject), schema('additionalProperty')).flatMap((quad) => {
    const node = nodeOf(quad.object);
    const [about] = statements.of(node, schema('value'));
    if (!about || !statements.valuesOf(node, schema('propertyID')).includes(name)) return [];
    const all = statements.allOf(node);
    statements.place([quad, ...all]);
    const more = all.filter((each) => each !== about);
    return [
      {
        about: stated(about),
        more: Object.fromEntries(more.map((each) => [propertyOf(each), stated(each)])),
      },
    ];
  });
}

const stated = ({ object }: Quad): StatedLiteral =>
  object.termType === 'Literal' && object.language !== ''
    ? { text: object.value, language: object.language }
    : { text: object.value };

/** The same text with another property, such as `rdfs:label` beside `dct:title`, has its place, too. */
function placeRepeated(subject: string, ways: readonly string[], { statements }: Reading): void {
  const all = ways.flatMap((way) => statements.of(subject, way));
  if (all.length < 2) return;
  const texts = new Set(all.filter((quad) => statements.isPlaced(quad)).map(({ object }) => object.value));
  statements.place(all.filter(({ object }) => object.termType === 'Literal' && texts.has(object.value)));
}

/** Properties of an instant at which a period begins or ends. */
const ofInstants = ['inXSDDate', 'inXSDDateTime', 'inXSDDateTimeStamp', 'inXSDgYear'].map(
  (name) => `http://www.w3.org/2006/time#${name}`,
);

function partsOf(
  { object }: Quad,
  terms: Readonly<Record<string, Term>>,
  { statements }: Reading,
): { parts: Parts<string>; literals: Quad[] } {
  const parts: Record<string, string> = {};
  const literals: Quad[] = [];
  if (!isNode(object)) return { parts, literals };
  const node = nodeOf(object);
  for (const [part, term] of Object.entries(terms)) {
    const [quad] = equivalentProperties(term.predicate).flatMap((way) => statements.of(node, way));
    if (!quad) continue;
    const instants = isNode(quad.object)
      ? ofInstants.flatMap((property) => statements.of(nodeOf(quad.object), property))
      : [];
    const text = term.scheme
      ? codeOf(term.scheme, quad.object, statements)
      : (instants[0] ?? quad).object.value;
    if (text === null) continue;
    parts[part] = text;
    literals.push(quad, ...instants);
  }
  return { parts, literals };
}
