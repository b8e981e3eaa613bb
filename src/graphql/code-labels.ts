/** The labels of codes from vocabularies, each in a field beside that with the code. */
import { fieldOfLabels } from '../resource/field-names';
import { inLanguage } from '../resource/text';
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import type { Language, TextLanguage } from '../vocabulary/language';
import { languageFor } from './context';
import { resolvedField, type Carrier } from './define';
import { languageArguments } from './language-arguments';

/** A field with a code, or with a list of them. */
export interface CodeField {
  name: string;
  scheme: ConceptScheme;
  nullable?: boolean;
  list?: boolean;
  /** What it needs of its record, where it belongs to one. */
  reads?: readonly string[];
}

/** Adds `roleLabel` beside `role`, and `themeLabels` beside `themes`. */
export function codeLabel(resolvers: Carrier, { name, scheme, nullable, list, reads }: CodeField): void {
  const labels = scheme.concepts;
  const labelOf = (code: string, language: TextLanguage) => {
    const concept = labels[code];
    return concept ? inLanguage({ de: concept.de, en: concept.en }, language) : code;
  };
  resolvedField<Record<string, unknown>, { language?: Language | null }>(resolvers, {
    name: fieldOfLabels(name, list ?? false),
    type: list ? [String] : String,
    about: list ? `\`${name}\` as people read them, in the same order.` : `\`${name}\` as people read it.`,
    nullable: nullable ?? false,
    args: languageArguments,
    ...(reads && { reads }),
    resolve: (parent, { language }, context) => {
      const value = parent[name] as string | readonly string[] | null | undefined;
      const requested = languageFor(language, context);
      if (value == null) return null;
      return typeof value === 'string'
        ? labelOf(value, requested)
        : value.map((code) => labelOf(code, requested));
    },
  });
}
