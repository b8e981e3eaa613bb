/** Leaves out what a source may not state. */
import type { Finding } from '../finding';
import type { HarvestSource } from '../harvest-source';
import type { HarvestedRecord } from '../harvested-record';
import { mappingFinding } from './finding-texts';

/** Fields that any source may state of what it may state at all: they say which record it is, and who says so. */
const always: ReadonlySet<string> = new Set(['slug', 'identifiers', 'evidence', 'role']);

/** The record with what the source may state of it; null if that is nothing. */
export function allowedPart(
  record: HarvestedRecord,
  { mayState }: Pick<HarvestSource, 'mayState'>,
  { ends, onFinding }: { ends: readonly string[]; onFinding: (finding: Finding) => void },
): HarvestedRecord | null {
  if (mayState === 'all') return record;
  const { type, iri } = record;
  const allowed = mayState[type];
  if (allowed === 'all') return record;
  if (allowed === undefined) {
    onFinding(mappingFinding('class-not-allowed', { place: record.at([]), subject: iri, words: { type } }));
    return null;
  }
  const known = new Set([...always, ...ends, ...allowed]);
  const refused = Object.keys(record.data).filter((field) => !known.has(field));
  for (const field of refused)
    onFinding(
      mappingFinding('field-not-allowed', {
        place: record.at([field]),
        subject: iri,
        words: { type, field },
      }),
    );
  if (refused.length === 0) return record;
  const data = Object.fromEntries(Object.entries(record.data).filter(([field]) => known.has(field)));
  return { ...record, data };
}
