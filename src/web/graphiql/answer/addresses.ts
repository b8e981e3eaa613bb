// Where the records of an answer have their pages.
import { homeAddress } from '../addresses';
import type { AnsweredObject } from './objects';
import { textIn } from './records';

/** A key such as `institutions/marburg`: the end of the web address of a record. */
const recordKey = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** The address of a record by its web address or global id; null where the answer has neither. */
export function addressOf(id: string | undefined): string | null {
  if (id === undefined) return null;
  if (/^https?:\/\//.test(id)) return id;
  try {
    const key = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
    return recordKey.test(key) ? `${homeAddress}${key}` : null;
  } catch {
    return null;
  }
}

export const hrefOf = (object: AnsweredObject): string | null => addressOf(textIn(object, 'iri', 'id'));
