/** The orders in which a list can be read: by each field that the API orders by, up and down. */
import { describe, type Description } from '../../../resource/description';
import { enumCode } from '../../../resource/field-names';
import { labelOfField } from '../../../resource/labels';
import type { Label } from '../../../vocabulary/label';
import { titleOf } from './list';

/** A field to order by, as it is named in addresses, with what people call it. */
interface OrderField {
  readonly name: string;
  readonly label: Label;
}

const hasName = ({ attributes }: Description): boolean => attributes.some(({ name }) => name === 'name');

/** Fields of the record, and the names of records that it refers to, where these are of one class. */
export function ordersOf({ attributes, ends, references }: Description): OrderField[] {
  const own = attributes.filter(({ order }) => order);
  const linked = [
    ...ends.map((end) => ({ field: end, classes: end.to() })),
    ...references.map((reference) => ({ field: reference, classes: [reference.to()] })),
  ].filter(({ classes: [only, ...others] }) => only && others.length === 0 && hasName(describe(only)));
  return [
    ...own.map((attribute) => ({ name: attribute.name, label: labelOfField(attribute) })),
    ...linked.map(({ field }) => ({ name: `${field.name}Name`, label: labelOfField(field) })),
  ];
}

/** The order that an address names, such as `-issuedOn` for the latest first; null where it names none that there is. */
export function orderNamed(description: Description, written: string | null): object | null {
  const name = written?.replace(/^-/, '');
  if (!ordersOf(description).some((order) => order.name === name) || name === undefined) return null;
  return { field: enumCode(name), direction: written?.startsWith('-') ? 'DESC' : 'ASC' };
}

/** The order of a list whose address names none: by title; hits of a search by their score. */
export function usualOrder(description: Description, isSearch: boolean): object | null {
  const title = titleOf(description);
  return title === null || isSearch ? null : { field: enumCode(title) };
}
