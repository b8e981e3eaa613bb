/** All tables that linking looks into. */
import { KnownAddresses } from './by-address';
import { KnownIdentifiers } from './by-identifier';
import type { Known } from './known';
import { KnownNames } from './names/known-names';
import { Resembling } from './names/resembling';

export interface Tables {
  readonly known: Known;
  readonly identifiers: KnownIdentifiers;
  readonly addresses: KnownAddresses;
  readonly names: KnownNames;
  readonly resembling: Resembling;
}

/** Makes the tables of what is known. */
export function tablesOf(known: Known): Tables {
  const names = new KnownNames(known.records);
  return {
    known,
    names,
    identifiers: new KnownIdentifiers(known.identifiers),
    addresses: new KnownAddresses(known.records),
    resembling: new Resembling(names),
  };
}
