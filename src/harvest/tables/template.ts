/** The template of a class: a sheet for its records, and one for each kind of parts and links that belong to them. */
import { describe, type Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import { columnsOf, fieldsOf, type Column } from './column';

export interface TemplateSheet {
  readonly description: Description;
  readonly columns: readonly Column[];
}

/** @param classes those that were asked for */
export const templateOf = (classes: readonly Description[], registry: Registry): TemplateSheet[] =>
  [...new Set(classes.flatMap((description) => [description, ...belongingTo(description)]))].map(
    (description) => ({
      description,
      columns: columnsOf(fieldsOf(description, registry)),
    }),
  );

/** Its parts, which cannot be without it, their parts, and its links. */
function belongingTo({ lists }: Description): Description[] {
  const parts = lists.flatMap((list) => {
    if (list.kind !== 'inverse') return [];
    const part = describe(list.to());
    const owner = part.references.find(({ name }) => name === list.by);
    return owner?.required && owner.derivedFrom === undefined ? [part] : [];
  });
  const links = lists.flatMap((list) => (list.kind === 'links' ? [describe(list.link())] : []));
  return [
    ...parts.flatMap((part) => [part, ...belongingTo(part).filter(({ kind }) => kind === 'resource')]),
    ...links,
  ];
}

/** The vocabularies of the columns, each once. */
export const schemesIn = (sheets: readonly TemplateSheet[]): ConceptScheme[] => [
  ...new Set(sheets.flatMap(({ columns }) => columns.flatMap(({ scheme }) => scheme ?? []))),
];
