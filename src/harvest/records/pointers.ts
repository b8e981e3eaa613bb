/** Reads to which records a record refers. */
import type { Quad } from '@rdfjs/types';
import { listBehind } from '../../rdf/class-terms';
import { describe, type Description, type Reference } from '../../resource/description';
import { memberTerms } from '../../resource/role-term';
import { dct, schema } from '../../vocabulary/namespaces';
import type { Mention } from '../harvested-record';
import { mentionOf, mentionOfText, placeMentioned } from './mentions';
import { equivalentProperties } from './other-properties';
import type { Plan } from './plan';
import type { RecordReading } from './record-reading';
import { isNode, nodeOf } from './statements';

/** The records to which it refers: by its references, and of a link at its ends. */
export function pointersOf(
  node: string,
  plan: Plan,
  reading: RecordReading,
  strict: boolean,
): Record<string, Mention> {
  const found: Record<string, Mention> = {};
  for (const { reference, term, properties } of plan.references) {
    const to = describe(reference.to());
    const [stated = null] = properties.flatMap(
      (predicate) => pointedAt(node, { ...term, predicate }, [to], reading, strict) ?? [],
    );
    const mention =
      stated ??
      (strict ? apartOf(node, reference.name, to, reading) : ownerOf(node, plan, reference, reading));
    if (mention) found[reference.name] = mention;
  }
  for (const { end, term } of plan.ends) {
    const allowed = reading.context.registry.classesOf(end).map(describe);
    const mention = pointedAt(node, term, allowed, reading, strict);
    if (mention) found[end.name] = mention;
  }
  return found;
}

function pointedAt(
  node: string,
  { predicate, inverse }: { readonly predicate: string; readonly inverse?: true },
  allowed: readonly Description[],
  reading: RecordReading,
  strict: boolean,
): Mention | null {
  const { statements, persons } = reading;
  const quads = inverse
    ? statements.pointing(predicate, node)
    : (strict ? [predicate] : equivalentProperties(predicate)).flatMap((way) => statements.of(node, way));
  for (const quad of quads) {
    if (statements.isPlaced(quad) && !inverse) continue;
    const mention = mentionIn(quad, inverse ? quad.subject : quad.object, allowed, reading);
    if (!mention) continue;
    if (persons.leavesOut(mention, inverse ? quad.subject : quad.object)) {
      statements.place([quad]);
      continue;
    }
    statements.place([quad]);
    return mention;
  }
  return null;
}

/** What a field refers to where a link says the same. The inverse of `stateReferenceApart`. */
function apartOf(node: string, field: string, to: Description, reading: RecordReading): Mention | null {
  const { statements } = reading;
  for (const quad of statements.of(node, schema('additionalProperty'))) {
    const apart = nodeOf(quad.object);
    const [value] = statements.valuesOf(apart, schema('value'));
    if (value === undefined || !statements.valuesOf(apart, schema('propertyID')).includes(field)) continue;
    statements.place([quad, ...statements.allOf(apart)]);
    return mentionOf(value, [to], reading);
  }
  return null;
}

/** A mention of what a statement points at; null if it names nothing. */
export function mentionIn(
  quad: Quad,
  object: Quad['subject'] | Quad['object'],
  allowed: readonly Description[],
  reading: RecordReading,
): Mention | null {
  if (!isNode(object)) {
    const text = object.value.trim();
    const language = object.termType === 'Literal' && object.language !== '' ? object.language : null;
    return /\p{L}{2}/u.test(text) && text !== 'n/a'
      ? mentionOfText(text, language, allowed, reading.placeOf(nodeOf(quad.subject)))
      : null;
  }
  const mention = mentionOf(nodeOf(object), allowed, reading);
  const isEmpty =
    mention.iri === null &&
    mention.names.length === 0 &&
    mention.identifiers.length === 0 &&
    mention.email === null;
  const isRecord = reading.classes.of(nodeOf(object)) !== null;
  if (!isRecord) placeMentioned(nodeOf(object), reading);
  return isEmpty && !isRecord ? null : mention;
}

/** Codes that follow from the property by which the record is stated: what is the sample of a dataset holds one. */
export function impliedCodes(
  node: string,
  { description }: Plan,
  { statements }: RecordReading,
): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const reference of description.references) {
    const list = listBehind(description, reference);
    if (list?.termBy === undefined || !list.term) continue;
    const memberTerm = memberTerms({ ...list, term: list.term }, description).find(
      ({ predicate }) => statements.pointing(predicate, node).length > 0,
    );
    if (memberTerm && memberTerm.code !== null) codes[list.termBy] = memberTerm.code;
  }
  return codes;
}

/** The record of which it is a part, where that one states it: perhaps by way of a node between. */
function ownerOf(node: string, plan: Plan, reference: Reference, reading: RecordReading): Mention | null {
  const owner = ownerNodeOf(node, plan, reference, reading);
  return owner === null ? null : mentionOf(owner, [describe(reference.to())], reading);
}

export function ownerNodeOf(
  node: string,
  { description }: Plan,
  reference: Reference,
  { statements }: RecordReading,
): string | null {
  const list = listBehind(description, reference);
  const term = list?.term;
  if (!term) return null;
  const between = term.parts?.['']?.predicate;
  const groups =
    between === undefined ? [node] : statements.pointing(between, node).map(({ subject }) => nodeOf(subject));
  const properties = memberTerms({ ...list, term }, description).flatMap(({ predicate }) =>
    equivalentProperties(predicate),
  );
  for (const group of groups) {
    const [quad] = properties.flatMap((way) => statements.pointing(way, group));
    if (!quad) continue;
    statements.place([quad, ...(between === undefined ? [] : statements.allOf(group))]);
    return nodeOf(quad.subject);
  }
  const [part] = statements.of(node, dct('isPartOf'));
  if (!part) return null;
  statements.place([part]);
  return nodeOf(part.object);
}
