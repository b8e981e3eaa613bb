/** The filter inputs for single attributes, as their kinds describe them. */
import type { Attribute } from '../resource/description';
import { isNull, type Comparisons, type Operator } from '../resource/kinds/comparisons';
import { IdentifierScheme } from '../vocabulary/identifier-scheme';
import { ID } from 'type-graphql';
import { extensibleInput, type Carrier, type InputField, type Type } from './define';
import { enumOf } from './enums';
import { typeOf } from './value-types';

const inputs = new Map<string, Carrier>();

/** Returns an input type, which is made at its first use. Its fields are added afterwards, because classes refer to each other in cycles. */
export function once(name: string, about: string, fields: (input: Carrier) => InputField[]): Carrier {
  const present = inputs.get(name);
  if (present) return present;
  const { input, addFields } = extensibleInput(name, about);
  inputs.set(name, input);
  addFields(fields(input));
  return input;
}

/** The filter input of an attribute. */
export function comparisonsOf(attribute: Attribute): Carrier {
  const comparisons = attribute.kind.comparisons?.(attribute);
  if (comparisons) return inputOf(comparisons);
  throw new Error(`"${attribute.name}" is of the kind "${attribute.kind.name}", by which one cannot filter.`);
}

function inputOf({ name, about, of, operators }: Comparisons): Carrier {
  const typeTaken = (takes: Operator['takes']): Type => {
    if (takes === 'several') return [typeOf(of)];
    if (typeof takes === 'object' && 'operators' in takes) return inputOf(takes);
    return typeOf(takes === 'one' ? of : takes);
  };
  return once(name, about, () =>
    operators.map(({ name, about, takes }) => ({ name, about, type: typeTaken(takes) })),
  );
}

/** The filter input of global ids. */
export const idFilter = (): Carrier =>
  once('IDFilter', 'Conditions on a global id.', () => [
    { name: 'eq', type: ID, about: 'It is this.' },
    { name: 'in', type: [ID], about: 'It is one of these; an empty list is met by none.' },
  ]);

/** The filter input of unique identifiers of one scheme. */
export const uniqueIdentifierFilter = (): Carrier =>
  once('UniqueIdentifierFilter', 'Conditions on the identifier that a record has alone.', () => [
    { name: 'eq', type: String, about: 'It is this, in any spelling that is in use in its scheme.' },
    { name: 'in', type: [String], about: 'It is one of these, each in any spelling.' },
    { name: 'startsWith', type: String, about: 'It begins with this, in any spelling.' },
    { name: 'isNull', type: Boolean, about: isNull.about },
  ]);

/** The filter input of identifiers. */
export const identifierFilter = (): Carrier =>
  once('IdentifierFilter', 'Conditions on one identifier, all of them at once.', () => [
    { name: 'scheme', type: enumOf(IdentifierScheme), about: 'It belongs to this scheme.' },
    { name: 'eq', type: String, about: 'It is this, in any spelling that is in use in its scheme.' },
    { name: 'in', type: [String], about: 'It is one of these, each in any spelling.' },
    { name: 'startsWith', type: String, about: 'It begins with this, in any spelling.' },
  ]);
