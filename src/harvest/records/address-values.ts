/** Addresses as documents state them: as an IRI, without the base that all have, or of a node that describes what is there. */
import type { Quad } from '@rdfjs/types';
import { licenceNamed } from '../../rdf/repair/quads/labels';
import type { Attribute } from '../../resource/description';
import type { StatedLiteral } from '../../resource/kinds/kind';
import { dct, foaf, rdfs, schema, skos } from '../../vocabulary/namespaces';
import type { StatedObject } from '../../vocabulary/term';
import type { LiteralRequest, Reading, SourcedLiteral } from './objects';
import { nameProperties } from './other-properties';
import { nodeOf } from './statements';

/** Where a node without an address says which thing it describes. */
const saysAddress = [
  schema('url'),
  schema('sameAs'),
  'http://www.w3.org/2002/07/owl#sameAs',
  skos('exactMatch'),
  dct('identifier'),
  foaf('page'),
  rdfs('seeAlso'),
];

/** The address of what a blank node describes, such as a licence with its name and page; none if it names several. */
export function addressOfNode(
  quad: Quad,
  { attribute, object }: LiteralRequest,
  { statements }: Reading,
): SourcedLiteral[] {
  if (object.object !== 'iri') return [];
  const node = nodeOf(quad.object);
  const [only, ...others] = saysAddress
    .flatMap((property) => statements.of(node, property))
    .flatMap((each) => addressIn(each, object, attribute) ?? []);
  const named = nameProperties
    .flatMap((property) => statements.valuesOf(node, property))
    .flatMap((name) => (quad.predicate.value === dct('license') ? (licenceNamed(name) ?? []) : []));
  const literal = only ?? (named[0] === undefined ? null : { text: named[0] });
  if (!literal || others.some(({ text }) => text !== literal.text)) return [];
  return [{ literal, quads: [quad, ...statements.allOf(node)] }];
}

/** An address, or the rest of it after the base that all have. */
export function addressIn(
  { object }: Quad,
  { base }: StatedObject,
  { address }: Attribute,
): StatedLiteral | null {
  const text = object.value.trim();
  if (object.termType === 'BlankNode') return null;
  if (base === undefined) return /^[a-z][a-z\d+.-]*:\S+$/i.test(text) ? { text } : null;
  const lead = new RegExp(
    `^${base
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/^http:/, 'https?:')
      .replace('//www\\.', '//(?:www\\.)?')}`,
    'i',
  );
  // Several addresses of e-mail in one text are none.
  if (base === 'mailto:' && /[;,\s]/.test(text)) return null;
  if (lead.test(text)) return { text: decoded(text.replace(lead, '')) };
  // What stands there without its base.
  return object.termType === 'Literal' && address === undefined && !/^[a-z]+:\//i.test(text)
    ? { text }
    : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
