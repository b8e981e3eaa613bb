/** What the linking knows of the records of the catalogue: whatever says which thing a record is. */
import type { Identifier } from '../../resource/evidence';

export interface KnownRecord {
  readonly key: string;
  /** Name of its class. */
  readonly type: string;
  /** Names in every language, former ones included. */
  readonly names: readonly string[];
  /** Short names, and codes that are used as such. */
  readonly acronyms: readonly string[];
  /** The town in which it is, as the record writes it. */
  readonly town: string | null;
  /** Whether it is a university hospital, whatever its name says. */
  readonly isHospital: boolean;
  readonly version: string | null;
  readonly homepage: string | null;
  readonly email: string | null;
  /** Further addresses that stand for it: concepts of public vocabularies, addresses of a code system. */
  readonly iris: readonly string[];
  readonly identifiers: readonly Identifier[];
}

/** All that is known when a run begins. */
export interface Known {
  /** Base of our own addresses. */
  readonly publicUrl: string;
  /** The records that are found by name or address. */
  readonly records: readonly KnownRecord[];
  /** Identifiers of all records, those of datasets included. */
  readonly identifiers: readonly (Identifier & { readonly key: string })[];
  /** Keys of all resources. */
  readonly keys: ReadonlySet<string>;
  /** The path of each class of resources by its name: `Dataset` → `datasets`. */
  readonly paths: ReadonlyMap<string, string>;
}
