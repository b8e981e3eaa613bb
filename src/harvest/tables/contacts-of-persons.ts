/** Leaves out contact points that are individuals, and addresses of individuals at offices. */
import { personFinding } from '../records/mapping-findings';
import { isPerson, isPersonalEmail } from '../records/persons';
import type { Finding } from '../finding';
import type { HarvestedRecord } from '../harvested-record';

export class ContactsOfPersons {
  private persons = 0;
  private addresses = 0;

  /** @param areAllowed whether the source may state individuals */
  constructor(
    private readonly areAllowed: boolean,
    private readonly document: string,
  ) {}

  /** The record, without what must not be stored; none if nothing is left. */
  spared(record: HarvestedRecord): HarvestedRecord[] {
    const { email, name } = record.data;
    if (this.areAllowed || !('email' in record.data || record.type === 'Contact')) return [record];
    const address = typeof email === 'string' ? email : null;
    const names = Object.values((name ?? {}) as Record<string, unknown>).filter(
      (each) => typeof each === 'string',
    );
    if (isPerson({ iri: null, kinds: [], names, email: address })) {
      this.persons += 1;
      return [];
    }
    if (address === null || !isPersonalEmail(address)) return [record];
    this.addresses += 1;
    const { email: _left, ...data } = record.data;
    return [{ ...record, data }];
  }

  get findings(): Finding[] {
    const { persons, addresses } = this;
    const place = { document: this.document, line: null, column: null };
    return [
      ...(persons > 0 ? [personFinding('persons-left-out', place, persons)] : []),
      ...(addresses > 0 ? [personFinding('personal-address-left-out', place, addresses)] : []),
    ];
  }
}
