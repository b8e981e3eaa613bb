/** Checks drafts against the database: the records that they refer to must exist. */
import type { ImportProblem } from '../errors';
import type { Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import type { Draft } from './draft';

/** The keys to look up in each class: those of the drafts and those they refer to. */
export function keysIn(drafts: readonly Draft[], registry: Registry): Map<Description, string[]> {
  const keys = new Set(
    drafts.flatMap(({ key, references }) => [key, ...references.map((reference) => reference.key)]),
  );
  const byClass = new Map<Description, string[]>();
  for (const key of keys) {
    const description = registry.ofKey(key);
    if (!description) continue;
    const group = byClass.get(description);
    if (group) group.push(key);
    else byClass.set(description, [key]);
  }
  return byClass;
}

/**
 * References to records that neither the import contains nor the database will contain afterwards.
 * @param gone the keys of the records that the import deletes
 */
export function danglingIn(
  drafts: readonly Draft[],
  known: ReadonlyMap<Description, ReadonlySet<string>>,
  gone: ReadonlySet<string>,
  registry: Registry,
): ImportProblem[] {
  const drafted = new Set(drafts.map(({ key }) => key));
  const stays = (key: string): boolean => {
    const description = registry.ofKey(key);
    return description !== undefined && !gone.has(key) && (known.get(description)?.has(key) ?? false);
  };
  return drafts.flatMap(({ references }) =>
    references
      .filter(({ key }) => !drafted.has(key) && !stays(key))
      .map(({ field, key, at }) => ({
        ...at,
        message: `"${field}" refers to "${key}", which does not exist.`,
        remedy: 'Correct the reference, or import that record too.',
        fault: { kind: 'NO_RECORD' as const, field, key },
      })),
  );
}
