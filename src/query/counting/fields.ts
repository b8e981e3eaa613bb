/** The fields by which a list can be counted: its own, and those of linked records. */
import {
  describe,
  endOf,
  otherSide,
  type Attribute,
  type Description,
  type RecordClass,
  type ThroughList,
} from '../../resource/description';
import { endColumn, referenceColumn } from '../../resource/columns';
import { slugOfKey } from '../../resource/identity';

/** How a record refers to others: by a column to one record, or by links to several. `to` has the classes of the others. */
export type Pointer =
  | { kind: 'column'; column: string; to: readonly [Description, ...Description[]] }
  | {
      kind: 'links';
      list: ThroughList & { to: () => RecordClass };
      mixed: boolean;
      to: readonly [Description];
    };

/** A field to count by: an attribute, a linked record, or an attribute of a linked record. */
export interface CountedField {
  /** Name of an attribute, reference, end or list. For an attribute of a linked record both names, `institution.state`. */
  name: string;
  about: string;
  /** The attribute to count; absent if linked records are counted. */
  attribute?: Attribute;
  pointer?: Pointer;
}

/** The record's class. It is used if there is nothing else, as in lists of records of any class. */
export const classField: CountedField = { name: 'type', about: 'What kind of record it is.' };

/** The fields of the records themselves: attributes with few values, references, ends, and linked records of one class. */
export function ownFieldsOf(of: Description): CountedField[] {
  const { attributes, references, ends, lists } = of;
  return [
    ...attributes
      .filter(({ facet }) => facet)
      .map((attribute) => ({ name: attribute.name, about: attribute.about, attribute })),
    ...references.map((reference) => ({
      name: reference.name,
      about: reference.about,
      pointer: columnTo(referenceColumn(reference), [reference.to()]),
    })),
    ...ends.flatMap(({ name, about, side, to }): CountedField[] => {
      const [first, ...others] = to();
      return first ? [{ name, about, pointer: columnTo(endColumn(side), [first, ...others]) }] : [];
    }),
    ...lists.flatMap((list): CountedField[] => {
      if (list.kind !== 'through' || !list.to) return [];
      const mixed = endOf(describe(list.link()), otherSide(list.as)).to().length !== 1;
      const pointer: Pointer = {
        kind: 'links',
        list: { ...list, to: list.to },
        mixed,
        to: [describe(list.to())],
      };
      return [{ name: list.name, about: list.about, pointer }];
    }),
  ];
}

function columnTo(column: string, [first, ...others]: readonly [RecordClass, ...RecordClass[]]): Pointer {
  return { kind: 'column', column, to: [describe(first), ...others.map(describe)] };
}

/** All fields to group by (at least one): own fields, and attributes with few values of linked records. */
export function fieldsOf(of: Description | null): CountedField[] {
  const own = of ? ownFieldsOf(of) : [];
  if (own.length === 0) return [classField];
  return [
    ...own,
    ...own.flatMap(({ name, pointer }) =>
      attributesOfOne(pointer)
        .filter(({ facet }) => facet)
        .map((attribute) => ({
          name: `${name}.${attribute.name}`,
          about: `\`${attribute.name}\` of its \`${name}\`: ${attribute.about}`,
          attribute,
          ...(pointer && { pointer }),
        })),
    ),
  ];
}

/** Records of several classes have no attributes in common. */
const attributesOfOne = (pointer: Pointer | undefined): readonly Attribute[] =>
  pointer?.to.length === 1 ? pointer.to[0].attributes : [];

/** The attributes with a range or sum per group: numbers, days and amounts. */
export const measuresOf = ({ attributes }: Description): Attribute[] =>
  attributes.filter(({ kind, order }) => order && kind.measure);

/** The classes from which the values of some fields come, beside the listed class. */
export const classesOfFields = (fields: readonly CountedField[]): Description[] =>
  fields.flatMap(({ pointer }) => {
    if (!pointer) return [];
    return pointer.kind === 'column' ? [...pointer.to] : [describe(pointer.list.link()), ...pointer.to];
  });

/** What a linked record is called in a list: by its slug, where all are of one class, else by its key. */
export const nameOfCounted = ({ pointer }: CountedField, key: string): string =>
  pointer?.to.length === 1 ? slugOfKey(key) : key;

/** Whether values are keys of linked records. */
export const countsRecords = ({ attribute, pointer }: CountedField): boolean =>
  attribute === undefined && pointer !== undefined;
