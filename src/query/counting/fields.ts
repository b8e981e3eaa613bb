/** The fields by which the records of a list can be counted: their own, and those of the records linked with them. */
import {
  describe,
  endOf,
  otherSide,
  type Attribute,
  type Description,
  type RecordClass,
  type ThroughList,
} from '../../resource/description';
import { referenceColumn } from '../../resource/columns';

/** How records are linked with those that a field is about: by a column that points to one, or by links to several. */
export type Pointer =
  | { kind: 'column'; column: string; to: Description }
  | { kind: 'links'; list: ThroughList & { to: () => RecordClass }; mixed: boolean; to: Description };

/** A field by which a list can be counted: an attribute, a linked record, or an attribute of a linked record. */
export interface CountedField {
  /** Name of an attribute, reference, end or list; for an attribute of a linked record both, `institution.state`. */
  name: string;
  about: string;
  /** The attribute that is counted; none where linked records are. */
  attribute?: Attribute;
  pointer?: Pointer;
}

/** Where nothing else is there to count by, as in lists of records of any class: which class. */
export const classField: CountedField = { name: 'type', about: 'What kind of record it is.' };

/** The fields of the records themselves: attributes with few values, references, and linked records of one class. */
export function ownFieldsOf(of: Description): CountedField[] {
  const { attributes, references, ends, lists } = of;
  return [
    ...attributes
      .filter(({ facet }) => facet)
      .map((attribute) => ({ name: attribute.name, about: attribute.about, attribute })),
    ...references.map((reference) => ({
      name: reference.name,
      about: reference.about,
      pointer: columnTo(referenceColumn(reference), reference.to()),
    })),
    ...ends.flatMap(({ name, about, side, to }): CountedField[] => {
      const [only, ...others] = to();
      return only && others.length === 0 ? [{ name, about, pointer: columnTo(`${side}_id`, only) }] : [];
    }),
    ...lists.flatMap((list): CountedField[] => {
      if (list.kind !== 'through' || !list.to) return [];
      const mixed = endOf(describe(list.link()), otherSide(list.as)).to().length !== 1;
      const pointer: Pointer = {
        kind: 'links',
        list: { ...list, to: list.to },
        mixed,
        to: describe(list.to()),
      };
      return [{ name: list.name, about: list.about, pointer }];
    }),
  ];
}

const columnTo = (column: string, to: RecordClass): Pointer => ({ kind: 'column', column, to: describe(to) });

/** All fields by which a list can be grouped, at least one: its own, and the attributes with few values of its linked records. */
export function fieldsOf(of: Description | null): CountedField[] {
  const own = of ? ownFieldsOf(of) : [];
  if (own.length === 0) return [classField];
  return [
    ...own,
    ...own.flatMap(({ name, pointer }) =>
      (pointer?.to.attributes ?? [])
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

/** The attributes of which a group tells the smallest and largest value, or the sum: numbers, days and amounts. */
export const measuresOf = ({ attributes }: Description): Attribute[] =>
  attributes.filter(({ kind, order }) => order && kind.measure);

/** The classes that tell the values of some fields, beside that of the records themselves. */
export const classesOfFields = (fields: readonly CountedField[]): Description[] =>
  fields.flatMap(({ pointer }) => {
    if (!pointer) return [];
    return pointer.kind === 'column' ? [pointer.to] : [describe(pointer.list.link()), pointer.to];
  });

/** Whether a value is the key of a linked record. */
export const countsRecords = ({ attribute, pointer }: CountedField): boolean =>
  attribute === undefined && pointer !== undefined;
