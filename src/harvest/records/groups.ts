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
  quads: AsyncIterable<Quad>,
  registry: Registry,
  most = mostHeld,
): AsyncGenerator<readonly Quad[]> {
  const open = new Map<string, Quad[]>();
  const inverse = inverseProperties(registry);
  const owners = new Map<string, string>();
  let held = 0;
  for await (const quad of quads) {
    const subject = nodeOf(quad.subject);
    const record = isBlank(subject) ? (owners.get(subject) ?? subject) : withoutFragment(subject);
    if (quad.object.termType === 'BlankNode') owners.set(nodeOf(quad.object), record);
    const other = inverse.has(quad.predicate.value) ? withoutFragment(nodeOf(quad.object)) : record;
    for (const key of other === record ? [record] : [record, other]) {
      const group = open.get(key) ?? [];
      group.push(quad);
      // What was mentioned last is at the end.
      open.delete(key);
      open.set(key, group);
      held += 1;
    }
    if (held <= most) continue;
    const complete: Quad[] = [];
    for (const [key, each] of open) {
      if (complete.length >= Math.min(fewest, most / 2)) break;
      open.delete(key);
      for (const one of each) complete.push(one);
    }
    held -= complete.length;
    yield complete;
  }
  yield [...open.values()].flat();
}

/** The properties by which a record states to which others belong to it. */
const inverseProperties = (registry: Registry): ReadonlySet<string> =>
  new Set(
    registry.all.flatMap((description) => {
      const { references, ends } = planOf(registry, description);
      return [...references, ...ends].flatMap(({ term }) => (term.inverse ? [term.predicate] : []));
    }),
  );

const withoutFragment = (iri: string): string => {
  const at = iri.indexOf('#');
  return at < 0 ? iri : iri.slice(0, at);
};
