/** What the objects of statements say, by the shapes in which values are stated. The inverse of `src/rdf/values.ts`. */
import type { Quad } from '@rdfjs/types';
import type { Attribute } from '../../resource/description';
import type { StatedLiteral } from '../../resource/kinds/kind';
import { languageOf } from '../../vocabulary/language';
import { rdfs, skos } from '../../vocabulary/namespaces';
import { rdfClasses } from '../../vocabulary/rdf-classes';
import type { StatedObject } from '../../vocabulary/term';
import { addressIn, addressOfNode } from './address-values';
import { codeOf, codesByLabel } from './codes';
import { nameProperties } from './other-properties';
import { isBlank, isNode, nodeOf, type Statements } from './statements';

/** A document as it is read. */
export interface Reading {
  readonly statements: Statements;
  /** The language that texts without one are taken to have. */
  readonly language: string;
  /** Called for each text without a language. */
  readonly onUntagged: (quad: Quad) => void;
}

/** A literal with the statements that say it. */
export interface SourcedLiteral {
  readonly literal: StatedLiteral;
  readonly quads: readonly Quad[];
}

/** Whose value is read. */
export interface LiteralRequest {
  readonly attribute: Attribute;
  readonly object: StatedObject;
  /** Whether another attribute has the same property. */
  readonly shares: boolean;
}

/** What statements with the property of an attribute say of it. */
export function statedLiterals(
  quads: readonly Quad[],
  request: LiteralRequest,
  reading: Reading,
): SourcedLiteral[] {
  const { attribute, object, shares } = request;
  const { scheme } = attribute;
  const localized = attribute.kind.holds === 'wordings';
  const inner = object.parts?.[''];
  const { namedBy } = object;
  if (inner && namedBy !== undefined)
    return quads
      .filter(({ object: node }) =>
        reading.statements.valuesOf(nodeOf(node), namedBy).includes(attribute.name),
      )
      .flatMap((quad) => insideOf(quad, { ...request, object: inner }, inner.predicate, reading))
      .map(({ literal, quads: [quad, ...others] }) => ({
        literal,
        quads: quad ? [quad, ...others, ...reading.statements.of(nodeOf(quad.object), namedBy)] : others,
      }));
  if (inner)
    return quads.flatMap((quad) =>
      insideOf(quad, { ...request, object: inner }, inner.predicate, reading).map((literal) => ({
        ...literal,
        quads: [...literal.quads, ...aroundOf(quad, object, reading)],
      })),
    );
  if (scheme && object.object === 'tagged')
    return codesByLabel(scheme, quads, shares).map(({ code, quads: labels }) => ({
      literal: { text: code },
      quads: labels,
    }));
  if (scheme)
    return quads.flatMap((quad) => {
      // A node that belongs to the record holds a text in its own words.
      const isOwn = nodeOf(quad.object).startsWith(`${nodeOf(quad.subject)}#`);
      const code = isOwn ? null : codeOf(scheme, quad.object, reading.statements);
      return code === null ? [] : [{ literal: { text: code }, quads: [quad, ...describing(quad, reading)] }];
    });
  if (object.object === 'node') return quads.flatMap((quad) => labelsOf(quad, request, reading));
  return quads.flatMap((quad) => {
    if (quad.object.termType === 'BlankNode') return addressOfNode(quad, request, reading);
    const literal =
      object.object === 'iri'
        ? addressIn(quad, object, attribute)
        : textIn(quad, { object: localized ? object.object : 'literal' }, reading);
    return literal ? [{ literal, quads: [quad] }] : [];
  });
}

/** What every node around a value states beside it. */
const aroundOf = (
  { object: node }: Quad,
  { back, always = {} }: StatedObject,
  { statements }: Reading,
): Quad[] =>
  isNode(node)
    ? [...(back === undefined ? [] : [back]), ...Object.keys(always)].flatMap((property) =>
        statements.of(nodeOf(node), property),
      )
    : [];

/** The statements that describe a blank node. */
const describing = ({ object }: Quad, { statements }: Reading): Quad[] =>
  isNode(object) && isBlank(nodeOf(object)) ? statements.allOf(nodeOf(object)) : [];

/** What a node between says with a property. */
function insideOf(quad: Quad, request: LiteralRequest, property: string, reading: Reading): SourcedLiteral[] {
  const { object } = quad;
  if (!isNode(object)) return request.attribute.scheme ? [] : statedLiterals([quad], request, reading);
  const inside = statedLiterals(reading.statements.of(nodeOf(object), property), request, reading);
  return inside.map(({ literal, quads }) => ({ literal, quads: [quad, ...quads] }));
}

/** The labels of a node, or the address that it is. */
function labelsOf(
  quad: Quad,
  { attribute, object, shares }: LiteralRequest,
  reading: Reading,
): SourcedLiteral[] {
  const localized = attribute.kind.holds === 'wordings';
  const shape: StatedObject = { object: localized ? 'tagged' : 'literal' };
  if (!isNode(quad.object)) return literalSaid(quad, shape, reading);
  const node = nodeOf(quad.object);
  const isOwn = isBlank(node) || node.startsWith(`${nodeOf(quad.subject)}#`);
  // Addresses belong to the attribute that holds addresses.
  if (!isOwn && shares) return [];
  const declared = rdfClasses[object.class ?? '']?.named ?? [rdfs('label')];
  for (const property of [...declared, ...nameProperties, rdfs('comment'), skos('notation')]) {
    const literals = reading.statements
      .of(node, property)
      .flatMap((each) => literalSaid(each, shape, reading));
    if (literals.length > 0) return literals.map((one) => ({ ...one, quads: [quad, ...one.quads] }));
  }
  return isOwn || localized ? [] : [{ literal: { text: node }, quads: [quad] }];
}

function literalSaid(quad: Quad, shape: StatedObject, reading: Reading): SourcedLiteral[] {
  const literal = textIn(quad, shape, reading);
  return literal ? [{ literal, quads: [quad] }] : [];
}

/** A text; one that must have a language and has none gets that of the document. */
function textIn(quad: Quad, { object: shape }: StatedObject, reading: Reading): StatedLiteral | null {
  const { object } = quad;
  if (object.termType === 'NamedNode' && shape === 'literal') return { text: object.value };
  if (object.termType !== 'Literal') return null;
  const text = object.value;
  if (shape !== 'tagged') return { text, datatype: object.datatype.value };
  const [tag = ''] = object.language.toLowerCase().split('-');
  if (tag === '') {
    reading.onUntagged(quad);
    return { text, language: reading.language };
  }
  return languageOf(tag) ? { text, language: tag } : null;
}
