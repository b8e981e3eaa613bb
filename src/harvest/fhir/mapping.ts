/** What a resource of FHIR is here: the record, and the links that it states. */
import type { Registry } from '../../resource/registry';
import type { Finding } from '../finding';
import type { Element } from './element';
import type { StatedIdentifiers } from './identity';
import type { KnownResources } from './references';
import type { Texts } from './texts';

/** A resource that is to be mapped. */
export interface Mapping {
  readonly element: Element;
  readonly iri: string;
  readonly identified: StatedIdentifiers;
  readonly known: KnownResources;
  readonly registry: Registry;
  readonly texts: Texts;
  /** Whether individuals may be stored. */
  readonly persons: boolean;
  /** Tells that an individual was left out. */
  readonly onPerson: () => void;
  readonly report: (finding: Finding) => void;
}

/** A record before it has its document. */
export interface MappedRecord {
  readonly type: string;
  readonly iri: string | null;
  readonly knownAs?: readonly string[];
  /** Undefined for what is not stated. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly concluded?: Readonly<Record<string, string>>;
  /** The element that says so. */
  readonly from: Element;
  /** The elements of its fields. */
  readonly fields?: Readonly<Record<string, string>>;
}

export type MapResource = (mapping: Mapping) => MappedRecord[];
