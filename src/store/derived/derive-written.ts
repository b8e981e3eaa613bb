/** Derives all that follows from what a transaction has written, in its order. */
import type { EntityManager } from 'typeorm';
import type { Derivation } from '../../resource/derivation';
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { DerivedReferences } from '../derived-references';
import type { Dialect } from '../driver';
import { HoldingTimes } from '../times/holding-times';
import type { WrittenKeys } from '../written-keys';
import { DerivedColumns } from './derived-columns';

/** Where it is derived, and what beside times and references. */
interface Deriving {
  manager: EntityManager;
  dialect: Dialect;
  registry: Registry;
  derivations: readonly Derivation[];
}

/** @returns the classes of which a record changed */
export async function deriveWritten(
  { written, changedParts }: WrittenKeys,
  { manager, dialect, registry, derivations }: Deriving,
): Promise<Description[]> {
  const changed: Description[] = [];
  if (written.size > 0) {
    changed.push(...(await new HoldingTimes(manager, dialect, registry).derive(written)));
    changed.push(...(await new DerivedReferences(manager, dialect, registry).derive(written)));
  }
  if (derivations.length > 0 && written.size + changedParts.size > 0) {
    const columns = new DerivedColumns(manager, dialect, registry, derivations);
    changed.push(...(await columns.derive(new Set([...written, ...changedParts]))));
  }
  return changed;
}
