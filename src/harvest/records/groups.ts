/** Statements that come one after another, in groups that each hold all that is stated of some records and their parts. */
import type { Quad } from '@rdfjs/types';
import type { Registry } from '../../resource/registry';
import { planOf } from './plan';
import { isBlank, nodeOf } from './statements';

/** Statements that are held before the records that were mentioned longest ago are taken to be complete. */
const mostHeld = 50_000;
/** Statements in a group, unless one record has more. */
const fewest = 5_000;

/**
 * Statements of a record must not be far from one another, as in an export of this gateway, or in a file that is sorted by subjects.
 * A statement by which another record says what this one is part of is given with both.
 * A fragment, such as `…/datasets/x#evidence-1`, belongs to its record, and a blank node to what refers to it first.
 */
export async function* groupsOf(
  quads: AsyncIterable<readonly Quad[]>,
  registry: Registry,
  most = mostHeld,
): AsyncGenerator<readonly Quad[]> {
  const open = new OpenGroups(inverseProperties(registry));
  for await (const some of quads)
    for (const quad of some) {
      open.add(quad);
      if (open.held > most) yield open.take(Math.min(fewest, most / 2));
    }
  yield open.take(Infinity);
}

/** The groups of the records that may not be complete yet; that which was mentioned last is the last. */
class OpenGroups {
  held = 0;
  private readonly groups = new Map<string, Quad[]>();
  private readonly owners = new Map<string, string>();
  private last: { readonly key: string; readonly group: Quad[] } | null = null;

  /** @param inverse the properties by which a record states to which others belong to it */
  constructor(private readonly inverse: ReadonlySet<string>) {}

  add(quad: Quad): void {
    const subject = nodeOf(quad.subject);
    const record = isBlank(subject) ? (this.owners.get(subject) ?? subject) : withoutFragment(subject);
    if (quad.object.termType === 'BlankNode') this.owners.set(nodeOf(quad.object), record);
    this.addTo(record, quad);
    if (!this.inverse.has(quad.predicate.value)) return;
    const other = withoutFragment(nodeOf(quad.object));
    if (other !== record) this.addTo(other, quad);
  }

  /** The statements of those that were mentioned longest ago, until they are so many. */
  take(many: number): Quad[] {
    const complete: Quad[] = [];
    for (const [key, each] of this.groups) {
      if (complete.length >= many) break;
      this.groups.delete(key);
      for (const one of each) complete.push(one);
    }
    this.held -= complete.length;
    this.last = null;
    return complete;
  }

  private addTo(key: string, quad: Quad): void {
    this.held += 1;
    if (this.last?.key === key) {
      this.last.group.push(quad);
      return;
    }
    const group = this.groups.get(key) ?? [];
    group.push(quad);
    this.groups.delete(key);
    this.groups.set(key, group);
    this.last = { key, group };
  }
}

/** The properties by which a record states to which others belong to it. */
const inverseProperties = (registry: Registry): ReadonlySet<string> =>
  new Set(
    registry.all.flatMap((description) => {
      const { references, ends } = planOf(registry, description);
      return [
        ...references.flatMap(({ term, properties }) => (term.inverse ? properties : [])),
        ...ends.flatMap(({ term }) => (term.inverse ? [term.predicate] : [])),
      ];
    }),
  );

const withoutFragment = (iri: string): string => {
  const at = iri.indexOf('#');
  return at < 0 ? iri : iri.slice(0, at);
};
