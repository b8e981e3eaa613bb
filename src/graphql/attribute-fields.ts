/** The GraphQL fields of declared attributes. */
import type { Attribute, RecordClass } from '../resource/description';
import type { Kind } from '../resource/kinds/kind';
import type { Output } from '../resource/kinds/value-type';
import { besideOf, type StoredRecord } from '../resource/record';
import { inLanguage, type LocalizedTexts } from '../resource/text';
import type { Language } from '../vocabulary/language';
import { languageFor } from './context';
import { codeLabel } from './code-labels';
import { plainField, resolvedField, type Carrier } from './define';
import { languageArguments } from './language-arguments';
import { isList, outputOf } from './value-types';

/** Adds the fields of attributes to a type. */
export function attributeFields(
  type: RecordClass,
  resolvers: Carrier,
  attributes: readonly Attribute[],
): void {
  const prototype = (type as { prototype: object }).prototype;
  for (const attribute of attributes) {
    const { name, kind, about, required } = attribute;
    if (kind.texts) {
      localizedFields(resolvers, attribute, kind.texts);
      continue;
    }
    const output = kind.output(attribute);
    plainField(prototype, name, outputOf(output), about, !required && !isList(output));
    labelOf(resolvers, name, output, name, !required);
    const beside = besideOf(attribute);
    if (!beside || !kind.beside) continue;
    plainField(prototype, beside.name, outputOf(kind.beside.output), kind.beside.about(name), true);
    labelOf(resolvers, beside.name, kind.beside.output, name, true);
  }
}

/** Adds the label of a code, which is read as a part of an attribute. */
function labelOf(
  resolvers: Carrier,
  name: string,
  output: Output,
  attribute: string,
  nullable: boolean,
): void {
  const [list, of] = isList(output) ? [true, output[0]] : [false, output];
  if (typeof of !== 'string' && 'concepts' in of)
    codeLabel(resolvers, { name, scheme: of, nullable: nullable && !list, list, reads: [attribute] });
}

function localizedFields(resolvers: Carrier, attribute: Attribute, texts: NonNullable<Kind['texts']>): void {
  const { name, about, required, allTexts, kind } = attribute;
  resolvedField<StoredRecord, { language?: Language | null }>(resolvers, {
    name,
    type: outputOf(kind.output(attribute)),
    about,
    nullable: !required,
    args: languageArguments,
    reads: [name],
    resolve: (record, { language }, context) => {
      const texts = record[name] as LocalizedTexts | null;
      return texts && inLanguage(texts, languageFor(language, context));
    },
  });
  if (!allTexts) return;
  resolvedField<StoredRecord>(resolvers, {
    name: allTexts,
    type: outputOf(texts.output),
    about: `\`${name}\` in every language in which it exists.`,
    reads: [name],
    resolve: (record) => texts.of((record[name] as LocalizedTexts | null) ?? {}),
  });
}
