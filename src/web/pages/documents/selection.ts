/** What a query selects of an attribute: the value, the labels of its codes, and in which languages its text exists. */
import { fieldOfLabels } from '../../../resource/field-names';
import type { Attribute } from '../../../resource/description';
import type { Output, ValueType } from '../../../resource/kinds/value-type';

/** The type of a value, and whether there are several of it. */
export const typeOf = (output: Output): { of: ValueType; isList: boolean } => {
  const isList = Array.isArray(output);
  return { of: (isList ? output[0] : output) as ValueType, isList };
};

/** Gives a field another name in the answer. */
type Alias = (name: string) => string;

export const asItIs: Alias = (name) => name;

const field = (name: string, alias: Alias): string =>
  alias(name) === name ? name : `${alias(name)}: ${name}`;

function selectionOfValue(name: string, output: Output, alias: Alias = asItIs, inLanguage = ''): string {
  const { of, isList } = typeOf(output);
  if (typeof of === 'string') return field(name, alias);
  if ('concepts' in of)
    return `${field(name, alias)} ${field(fieldOfLabels(name, isList), alias)}${inLanguage}`;
  const parts = Object.entries(of.fields).map(([part, [type]]) => selectionOfValue(part, type));
  return `${field(name, alias)} { ${parts.join(' ')} }`;
}

/**
 * The selection of an attribute.
 * @param inLanguage the argument of texts and labels that names their language; they then come in that one only
 */
export function selectionOf(attribute: Attribute, alias: Alias = asItIs, inLanguage = ''): string {
  const { name, kind, allTexts } = attribute;
  if (allTexts !== undefined && inLanguage !== '') return field(name, alias) + inLanguage;
  const value = selectionOfValue(name, kind.output(attribute), alias, inLanguage);
  const languages = allTexts === undefined ? '' : ` ${field(allTexts, alias)} { language }`;
  const beside = kind.beside ? ` ${field(name + kind.beside.suffix, alias)}` : '';
  return value + languages + beside;
}

/** What every mention of a resource selects. */
export const mention = '{ __typename iri name names { language } }';

/** The statements of sources about a record. */
export const evidence = `evidence {
  property statedValue quotation note confidence confidenceLabel complete statedOn statedOnPrecision
  citedFrom { slug title url publisher }
  document { address }
  during ${mention}
}`;

export const identifiers = 'identifiers { scheme schemeLabel value iri }';
export const pageInfo = 'pageInfo { hasNextPage endCursor }';
