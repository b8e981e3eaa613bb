/** The linking of one run: tables made of what is known, decisions of persons, and a memory for what repeats. */
import { LRUCache } from 'lru-cache';
import { describeFound, Identities } from './identify';
import type { Mentioned } from '../harvested-record';
import { decide } from './decide';
import type { Known } from './known';
import type { Decisions } from './links/decisions';
import type { Outcome } from './outcome';
import { signatureOf } from './proposal';
import type { Reconciler } from './reconciler';
import { tablesOf } from './tables';

/** Different things that are remembered. A run mentions the same few over and over. */
const remembered = 50_000;

/**
 * Makes the linking of one run.
 * @param source name of the source in SOURCES_FILE
 * @param decisions what persons decided; null where there is no file
 * @param addresses keys of records by the address under which sources know them
 */
export function openReconciler(
  known: Known,
  source: string,
  decisions: Decisions | null,
  addresses: ReadonlyMap<string, string> = new Map(),
): Reconciler {
  const tables = tablesOf(known);
  const identities = new Identities(known, tables.identifiers, addresses);
  const outcomes = new LRUCache<string, Outcome>({ max: remembered });
  const decided = (mention: Mentioned, found: Outcome): Outcome => {
    const settled = decisions?.settled(source, mention) ?? null;
    const isThere = settled?.outcome !== 'SURE' || known.keys.has(settled.key);
    if (settled && isThere) return settled;
    const left = decisions?.withoutRefused(source, mention, found) ?? found;
    return settled?.outcome === 'SURE' ? { ...left, withoutRecord: settled.key } : left;
  };
  const reconcile = (mention: Mentioned): Outcome => {
    const here = mention.iri === null ? null : identities.keyAt(mention.iri, mention.classes);
    if (here !== null) return describeFound(here, mention.iri ?? '');
    const signature = `${mention.isPerson ? 'p' : ''}${signatureOf(mention)}`;
    let outcome = outcomes.get(signature);
    if (!outcome) {
      outcome = decided(mention, decide(mention, tables));
      outcomes.set(signature, outcome);
    }
    return outcome;
  };
  return {
    reconcile,
    identify: (record) => identities.identify(record),
    slugFor: (record) => identities.slugFor(record),
  };
}
