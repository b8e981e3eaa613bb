/** Counted values with their labels (the label of a code, the name of a linked record) and the linked record. */
import type { Attribute } from '../resource/description';
import { inLanguage, type LocalizedTexts } from '../resource/text';
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import { Language } from '../vocabulary/language';
import { languageFor, type RequestContext } from './context';
import { argumentsOf, resolvedField, type Carrier } from './define';
import { enumOf } from './enums';
import { ResourceInterface } from './interfaces';
import { oneRecord } from './one-record';

/** A counted value: of an attribute, or the key of a linked record. */
export interface Counted {
  value: string | null;
  key: string | null;
}

/** A counted value with its label. Without texts, the value itself is the label. */
export interface Labelled extends Counted {
  labels: LocalizedTexts | null;
}

const withoutValue: LocalizedTexts = { de: 'ohne Angabe', en: 'not stated' };

/** The texts of a label by language. */
export async function labelsOf(
  { value, key }: Counted,
  attribute: Pick<Attribute, 'scheme'> | undefined,
  { loaders }: RequestContext,
): Promise<LocalizedTexts | null> {
  if (value === null) return withoutValue;
  if (key === null) return conceptLabels(attribute?.scheme, value);
  const record = await loaders.record(key);
  return (record?.name as LocalizedTexts | undefined) ?? null;
}

function conceptLabels(scheme: ConceptScheme | undefined, code: string): LocalizedTexts | null {
  const concept = scheme?.concepts[code];
  return concept ? { de: concept.de, en: concept.en } : null;
}

/** Adds the fields `label` and `record` to the resolvers of a type whose objects are `Labelled`. */
export function labelFields(resolvers: Carrier, type: string): void {
  resolvedField<Labelled>(resolvers, {
    name: 'record',
    type: ResourceInterface,
    about:
      'The record that the value names by its slug; null where it is a code or a text, or where there is none.',
    nullable: true,
    ...oneRecord(({ key }) => key),
  });
  resolvedField<Labelled, { language?: Language | null }>(resolvers, {
    name: 'label',
    type: String,
    about: 'The value as people read it: the label of a code, the name of a linked record.',
    args: argumentsOf(`${type}Label`, [
      {
        name: 'language',
        type: enumOf(Language),
        about:
          'Language of the label; where it is left out, that of the header Accept-Language, else English.',
      },
    ]),
    resolve: ({ labels, value }, { language }, context) =>
      (labels && inLanguage(labels, languageFor(language, context))) ?? value,
  });
}
