/** Finds contacts for covered records: their own, otherwise those of records on the path of a proof. */
import type { CoverageDeclaration } from '../../resource/coverage';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { Reader } from '../sql';
import type { Covered } from './coverage';
import { pathFrom, type Path } from './path';
import { leadsFrom } from './steps';

/** A contact, and the record to which it belongs. */
export interface FoundContact {
  contact: string;
  of: string;
}

/** The class of the contacts. @throws Error when paths lead to different classes */
export function contactClass({ contacts }: CoverageDeclaration, registry: Registry): Description {
  const ends = contacts.map((way) => wayOf(way, registry).path.end);
  const [only] = ends;
  if (!only || ends.some((end) => end !== only)) throw new Error('All contacts must be of one class.');
  return only;
}

/** Reads the contacts of covered records by key, in one statement per step of each path. */
export async function readContacts(
  reader: Reader,
  registry: Registry,
  { contacts }: CoverageDeclaration,
  covered: readonly Covered[],
): Promise<Map<string, FoundContact[]>> {
  const found = new Map<string, FoundContact[]>();
  for (const declared of contacts) {
    const { of, path } = wayOf(declared, registry);
    const without = covered.filter(({ record }) => !found.has(record.key));
    const starts = new Map(without.map((one) => [one.record.key, startsIn(one, of)]));
    const ends = await follow(reader, path, [...new Set([...starts.values()].flat())]);
    for (const [key, keys] of starts) {
      const reached = keys.flatMap((start) =>
        (ends.get(start) ?? []).map((contact) => ({ contact, of: start })),
      );
      if (reached.length > 0) found.set(key, uniqueContacts(reached));
    }
  }
  return found;
}

function wayOf({ of, path }: CoverageDeclaration['contacts'][number], registry: Registry) {
  const start = registry.ofType(of);
  if (!start) throw new Error(`There is no class "${of}".`);
  return { of: start, path: pathFrom(start, path) };
}

/** The record itself and the records on its proofs, as far as they are of the class. */
const startsIn = ({ record, findings }: Covered, { path }: Description): string[] => {
  const passed = findings.flatMap(({ proofs }) => proofs.flatMap(({ via }) => via));
  return [...new Set([record.key, ...passed])].filter((key) => key.startsWith(`${path}/`));
};

async function follow(
  reader: Reader,
  { steps }: Path,
  starts: readonly string[],
): Promise<Map<string, string[]>> {
  let reached = new Map(starts.map((key): [string, string[]] => [key, [key]]));
  for (const step of steps) {
    const keys = new Set([...reached.values()].flat());
    const leads = await leadsFrom(reader, step, [...keys], null);
    reached = new Map(
      [...reached].map(([start, ends]) => [
        start,
        leads.filter(({ from }) => ends.includes(from)).map(({ to }) => to),
      ]),
    );
  }
  return reached;
}

const uniqueContacts = (contacts: readonly FoundContact[]): FoundContact[] => [
  ...new Map(contacts.map((one) => [one.contact, one])).values(),
];
