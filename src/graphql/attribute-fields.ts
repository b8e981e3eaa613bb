/** The GraphQL fields of declared attributes. */
import { Int } from 'type-graphql';
import type { Attribute, RecordClass } from '../resource/description';
import { precisionField, type StoredRecord } from '../resource/record';
import { inLanguage, type LocalizedTexts } from '../resource/text';
import { DatePrecision } from '../vocabulary/date-precision';
import { Language } from '../vocabulary/language';
import { languageFor } from './context';
import { argumentsOf, enumOf, plainField, resolvedField, type Carrier, type Type } from './define';
import { DateScalar, DateTimeScalar, IriScalar } from './scalars';
import { GeoPointType, MoneyType, OtherNameType, PeriodOfTimeType, TextType } from './value-types';

type PlainKind = Exclude<Attribute['kind'], 'localized' | 'concept' | 'concepts'>;

const types: Record<PlainKind, Type> = {
  slug: String,
  text: String,
  texts: [String],
  names: [OtherNameType],
  iri: IriScalar,
  integer: Int,
  flag: Boolean,
  day: DateScalar,
  period: PeriodOfTimeType,
  instant: DateTimeScalar,
  money: MoneyType,
  place: GeoPointType,
};

const lists = new Set<Attribute['kind']>(['texts', 'names', 'concepts']);

/** Adds the fields of attributes to a type. */
export function attributeFields(
  type: RecordClass,
  resolvers: Carrier,
  attributes: readonly Attribute[],
): void {
  for (const attribute of attributes) {
    if (attribute.kind === 'localized') {
      localizedFields(resolvers, attribute);
      continue;
    }
    const nullable = !attribute.required && !lists.has(attribute.kind);
    plainField(
      (type as { prototype: object }).prototype,
      attribute.name,
      typeOf(attribute),
      attribute.about,
      nullable,
    );
    if (attribute.kind === 'day') {
      const about = `How exactly a source states \`${attribute.name}\`; null where it is unknown.`;
      const precision = precisionField(attribute);
      plainField((type as { prototype: object }).prototype, precision, enumOf(DatePrecision), about, true);
    }
  }
}

function typeOf({ kind, scheme }: Attribute): Type {
  if (kind !== 'concept' && kind !== 'concepts' && kind !== 'localized') return types[kind];
  const values = enumOf(scheme ?? Language);
  return kind === 'concepts' ? [values] : values;
}

const languageArguments = argumentsOf('Language', [
  {
    name: 'language',
    type: enumOf(Language),
    about: 'Language of the text; by default that of the header Accept-Language, else English.',
  },
]);

function localizedFields(resolvers: Carrier, { name, about, required, allTexts }: Attribute): void {
  resolvedField<StoredRecord, { language?: Language | null }>(resolvers, {
    name,
    type: String,
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
    type: [TextType],
    about: `\`${name}\` in every language in which it exists.`,
    reads: [name],
    resolve: (record) =>
      Object.entries((record[name] as LocalizedTexts | null) ?? {}).map(([language, value]) => ({
        language,
        value,
      })),
  });
}
