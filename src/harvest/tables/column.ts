/** The columns in which a table has the fields of a class, made from its declaration. */
import { describe, isStated, type Attribute, type Description } from '../../resource/description';
import { labelOfField } from '../../resource/labels';
import type { Registry } from '../../resource/registry';
import type { CellForm, CellPart, RowForm } from '../../resource/row-form';
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import { IdentifierScheme } from '../../vocabulary/identifier-scheme';
import type { Label } from '../../vocabulary/label';
import { Language, languageOf } from '../../vocabulary/language';
import { meaningOf } from './german-meanings';
import { labelOfPart } from './part-labels';

/** The fields of a record that a table can hold. Evidence is not among them: the table itself becomes the evidence. */
export interface TableField {
  readonly name: string;
  readonly label: Label;
  readonly about: Label;
  readonly required: boolean;
  readonly form: RowForm | { readonly of: 'reference' };
  /** Null for references and identifiers. */
  readonly attribute: Attribute | null;
  /** The classes to which a reference may lead. */
  readonly classes: readonly Description[];
}

export interface Column {
  readonly field: TableField;
  /** The part of the record's data that it holds: `name`, `de`; of several values with their number, from 1. */
  readonly path: readonly string[];
  readonly form: CellForm | 'reference';
  readonly scheme: ConceptScheme | null;
  readonly label: Label;
  readonly required: boolean;
}

const identifierParts: Readonly<Record<string, CellPart>> = {
  scheme: { form: 'code', scheme: IdentifierScheme },
  value: { form: 'text' },
};

const fieldOf = (type: string, attribute: Attribute, form: RowForm): TableField => ({
  name: attribute.name,
  label: labelOfField(attribute),
  about: meaningOf(type, attribute),
  required: attribute.required,
  form,
  attribute,
  classes: [],
});

/** The fields of a class, in the order in which people fill them in. */
export function fieldsOf(description: Description, registry: Registry): TableField[] {
  const { type, attributes, references, ends, kind } = description;
  const ofAttributes = attributes.flatMap((attribute) =>
    attribute.derived || !attribute.kind.row ? [] : [fieldOf(type, attribute, attribute.kind.row)],
  );
  const reference = (
    of: Pick<TableField, 'name' | 'required' | 'classes'> & { about: string; label?: Label },
  ) => ({
    ...of,
    about: meaningOf(type, of),
    label: labelOfField(of),
    form: { of: 'reference' } as const,
    attribute: null,
  });
  const ofEnds = ends.map((end) =>
    reference({
      name: end.name,
      about: end.about,
      required: true,
      classes: registry.classesOf(end).map(describe),
    }),
  );
  const ofReferences = references
    .filter(isStated)
    .map((each) => reference({ ...each, classes: [describe(each.to())] }));
  const identifiers: TableField[] =
    kind === 'resource'
      ? [
          {
            name: 'identifiers',
            label: labelOfField({ name: 'identifiers' }),
            about: meaningOf(type, {
              name: 'identifiers',
              about: 'Identifiers that others have given it, such as a ROR or a DOI.',
            }),
            required: false,
            form: { of: 'several', parts: identifierParts },
            attribute: null,
            classes: [],
          },
        ]
      : [];
  const own = [...ofAttributes, ...ofReferences];
  const ranked = (rank: number) => own.filter((field) => rankOf(field) === rank);
  return [...ofEnds, ...ranked(0), ...ranked(1), ...ranked(2), ...identifiers];
}

/** What is needed stands first, and what has many columns last. */
const rankOf = ({ required, form }: TableField): number => (required ? 0 : form.of === 'several' ? 2 : 1);

/** So many of several values have columns in a template. */
const usually = 2;
const usualLanguages = ['de', 'en'];

/** The columns of a class in a template. */
export const columnsOf = (fields: readonly TableField[]): Column[] =>
  fields.flatMap((field) => pathsOf(field).flatMap((path) => columnAt(field, path) ?? []));

function pathsOf({ name, form }: TableField): string[][] {
  switch (form.of) {
    case 'languages':
      return usualLanguages.map((tag) => [name, tag]);
    case 'parts':
      return Object.keys(form.parts).map((part) => [name, part]);
    case 'several':
      return Array.from({ length: usually }, (_, index) =>
        Object.keys(form.parts).map((part) => [name, String(index + 1), part]),
      ).flat();
    default:
      return [[name]];
  }
}

/** A column by its path, such as `name`, `fr`; null if the field has no such part. */
export function columnAt(field: TableField, path: readonly string[]): Column | null {
  const { form, label } = field;
  const [, first = '', second = ''] = path;
  const column = (of: Partial<Column> & Pick<Column, 'form'>): Column => ({
    field,
    path,
    scheme: null,
    label,
    required: field.required,
    ...of,
  });
  if (form.of === 'reference') return path.length === 1 ? column({ form: 'reference' }) : null;
  if (form.of === 'cell')
    return path.length === 1 ? column({ form: form.form, scheme: field.attribute?.scheme ?? null }) : null;
  if (form.of === 'languages') {
    const language = /^[a-z]{2}$/.test(first) ? languageOf(first) : null;
    if (path.length !== 2 || language === null) return null;
    // A text in one language is enough: which one it is, is free.
    return column({ form: 'text', label: beside(label, Language.concepts[language]), required: false });
  }
  const isNumbered = form.of === 'several';
  const name = isNumbered ? second : first;
  const part = Object.hasOwn(form.parts, name) ? form.parts[name] : undefined;
  if (!part || path.length !== (isNumbered ? 3 : 2) || (isNumbered && !/^[1-9]\d?$/.test(first))) return null;
  const numbered = isNumbered ? beside(label, { de: first, en: first }, ' ') : label;
  return column({
    form: part.form,
    scheme: part.scheme ?? null,
    label: beside(numbered, labelOfPart(name), ': '),
    required: false,
  });
}

function beside(label: Label, { de, en }: Label, between?: string): Label {
  const put = (one: string, other: string) =>
    between === undefined ? `${one} (${other})` : one + between + other;
  return { de: put(label.de, de), en: put(label.en, en) };
}

/** The name of a column, by which it is known in a head: `name.de`. */
export const nameOfColumn = ({ path }: Pick<Column, 'path'>): string => path.join('.');

/** Whether an attribute of a class may have paragraphs. */
export const hasParagraphs = ({ field }: Column): boolean => field.attribute?.paragraphs ?? false;
