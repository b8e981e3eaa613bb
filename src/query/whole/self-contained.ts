/** Records around which nothing is read, as the same output describes what they refer to. */
import { describe, type Description } from '../../resource/description';
import type { StoredRecord } from '../../resource/record';
import type { Registry } from '../../resource/registry';
import type { WholeRecord } from '../../resource/whole-record';
import { namesAdded } from '../../vocabulary/rdf-classes';
import type { IsKeyEnough } from './surroundings';

/** What decides whether anything is read around a record. */
export interface SurroundingsNeeded {
  /** Whether evidence and its sources are read. */
  evidence: boolean;
  /** Classes of which the same output describes all records: where others refer to these, their keys are enough. */
  described?: ReadonlySet<Description>;
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** Where the key of a record is enough, as the same output describes it and a reference to it names it no further. */
export const keyEnough =
  ({ described }: SurroundingsNeeded): IsKeyEnough =>
  (description, term) =>
    described !== undefined &&
    described.has(description) &&
    (term?.class === undefined || namesAdded(description.term, term.class).length === 0);

/** Whether all records of a class are whole by themselves: links of which only the keys of the ends are needed. */
export const isSelfContained = (
  registry: Registry,
  description: Description,
  needed: SurroundingsNeeded,
): boolean =>
  description.kind === 'link' &&
  !needed.evidence &&
  description.references.length === 0 &&
  description.lists.every(({ term, kind }) => !term || kind === 'links') &&
  description.ends.every(
    (end) =>
      end.term?.class === undefined &&
      registry.classesOf(end).every((type) => keyEnough(needed)(describe(type), end.term)),
  );

/** A record around which nothing is read. */
export const selfContainedRecord = (description: Description, record: StoredRecord): WholeRecord => ({
  description,
  record,
  identifiers: [],
  references: none,
  lists: none,
  evidence: [],
  sources: none,
  links: [],
  nextLinks: null,
});
