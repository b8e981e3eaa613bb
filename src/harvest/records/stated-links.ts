/** Links that a document states with one property of a record, such as `dct:publisher` or `dct:conformsTo`. */
import type { Quad } from '@rdfjs/types';
import { describe, endOf, type Description } from '../../resource/description';
import type { HarvestedRecord, Mention } from '../harvested-record';
import type { RecordNode } from './classes';
import { mentionOf } from './mentions';
import { equivalentProperties } from './other-properties';
import { planOf } from './plan';
import { mentionIn } from './pointers';
import type { RecordReading } from './record-reading';
import type { RoleLink } from './role-links';
import { nodeOf } from './statements';

/** The links that are read already, as nodes of their own or from statements. */
export class KnownLinks {
  private readonly keys = new Set<string>();

  /** Whether a link was not known before. */
  add({ link, own, role }: RoleLink, record: string, other: string): boolean {
    const [from, to] = own.side === 'from' ? [record, other] : [other, record];
    return this.addKey(link.type, from, to, role);
  }

  /** Adds one that is a node. */
  addRecord({ type, data }: HarvestedRecord, link: Description): void {
    const [from = '', to = ''] = (['from', 'to'] as const).map((side) => {
      const mention = data[endOf(link, side).name] as Mention | undefined;
      return mention?.iri ?? '';
    });
    const role = typeof data.role === 'string' ? data.role : null;
    if (from !== '' && to !== '') this.addKey(type, from, to, role);
  }

  private addKey(type: string, from: string, to: string, role: string | null): boolean {
    const key = JSON.stringify([type, from, to, role]);
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    return true;
  }

  has({ link, own, role }: RoleLink, record: string, other: string): boolean {
    const [from, to] = own.side === 'from' ? [record, other] : [other, record];
    return this.keys.has(JSON.stringify([link.type, from, to, role]));
  }
}

/** Gives their place to statements that links with nodes of their own make as well. */
export function placeLinked(
  { node, description }: RecordNode,
  reading: RecordReading,
  known: KnownLinks,
): void {
  const { statements, context } = reading;
  for (const link of planOf(context.registry, description).links)
    for (const { quad, other } of statedWith(link, node, reading, [link.property]))
      if (!statements.isPlaced(quad) && known.has(link, node, nodeOf(other))) statements.place([quad]);
}

/** Gives their place to all statements that are links, where links are read elsewhere. */
export function placeRoles({ node, description }: RecordNode, reading: RecordReading): [] {
  const { statements, context } = reading;
  for (const link of planOf(context.registry, description).links)
    statements.place(statedWith(link, node, reading, [link.property]).map(({ quad }) => quad));
  return [];
}

/** The links that statements about a record make, for which it has no place itself. */
export function statedLinks(
  { node, description, own: isOurs }: RecordNode,
  record: HarvestedRecord,
  reading: RecordReading,
  known: KnownLinks,
): HarvestedRecord[] {
  const { statements, context, persons } = reading;
  return planOf(context.registry, description).links.flatMap((link) =>
    statedWith(link, node, reading, isOurs ? [link.property] : equivalentProperties(link.property)).flatMap(
      ({ quad, other }): HarvestedRecord[] => {
        // A page about a dataset that is the dataset itself links nothing.
        if (statements.isPlaced(quad) || nodeOf(other) === node) return [];
        const allowed = context.registry.classesOf(link.other).map(describe);
        const mention = mentionIn(quad, other, allowed, reading);
        if (!mention || (isVague(mention, allowed.length, reading) && !reading.classes.ownOf(nodeOf(other))))
          return [];
        statements.place([quad]);
        if (persons.leavesOut(mention, other) || !known.add(link, node, nodeOf(other))) return [];
        return [linkOf(link, node, mention, record, reading)];
      },
    ),
  );
}

/** Where any record may be at the other end, an address alone tells nothing. */
const isVague = (mention: Mention, classes: number, reading: RecordReading): boolean =>
  classes > 10 &&
  mention.identifiers.length === 0 &&
  mention.names.length === 0 &&
  (mention.iri === null || reading.classes.of(mention.iri) === null);

function statedWith(
  { inverse }: RoleLink,
  node: string,
  { statements }: RecordReading,
  properties: readonly string[],
): { quad: Quad; other: Quad['subject'] | Quad['object'] }[] {
  const found: { quad: Quad; other: Quad['subject'] | Quad['object'] }[] = [];
  for (const property of properties)
    if (inverse)
      for (const quad of statements.pointing(property, node)) found.push({ quad, other: quad.subject });
    else for (const quad of statements.of(node, property)) found.push({ quad, other: quad.object });
  return found;
}

function linkOf(
  { link, own, other, role }: RoleLink,
  node: string,
  mention: Mention,
  { iri, at, document }: HarvestedRecord,
  reading: RecordReading,
): HarvestedRecord {
  const registered = reading.context.registry.classesOf(own).map(describe);
  const self = mentionOf(iri ?? node, registered, reading);
  return {
    type: link.type,
    iri: null,
    knownAs: [],
    data: { [own.name]: self, [other.name]: mention, ...(role !== null && { role }) },
    at: () => ({ ...at([]), line: mention.at.line ?? at([]).line }),
    document,
    concluded: {},
    beside: false,
  };
}
