/** What the address of a request for a table says beside the query: which list, and whether with labels. */
import type { IncomingMessage } from 'node:http';
import { schemeNamed } from '../../graphql/enums';
import { languages, type LanguageTag } from '../../resource/text';
import { typeLabels } from '../../vocabulary/type-labels';
import { parameterIn, parametersOf } from '../address';
import { Refusal } from '../errors';
import type { ColumnOptions } from './column-options';
import type { Format } from './formats';

/** The options of a request. */
export interface TableParameters {
  readonly list: string | null;
  /** The language of the labels; null for codes. */
  readonly labels: LanguageTag | null;
}

/** @throws Refusal for labels in another language, and for labels in lines of JSON */
export function tableParametersIn({ url = '' }: IncomingMessage, { name, joins }: Format): TableParameters {
  const parameters = parametersOf(url);
  const given = parameterIn(parameters, 'labels');
  const labels = languages.find((language) => language === given) ?? null;
  if (given !== undefined && !joins)
    throw badRequest(
      `"labels" is for cells, and "${name}" has none. Ask for fields such as "kindLabel" instead.`,
    );
  if (given !== undefined && labels === null)
    throw badRequest(
      `"labels" is ${JSON.stringify(given.slice(0, 60))}; it takes ${languages.join(', ')}. Leave it out for codes.`,
    );
  return { list: parameterIn(parameters, 'list') ?? null, labels };
}

const badRequest = (message: string): Refusal => new Refusal(400, message, { code: 'BAD_REQUEST' });

/** The labels of codes and of the types of records in a language. */
export const labelsIn =
  (language: LanguageTag | null): ColumnOptions['labelsOf'] =>
  (type, isTypename) => {
    if (language === null) return undefined;
    if (isTypename) return mapped(typeLabels, (names) => names[language].one);
    const scheme = schemeNamed(type);
    return scheme && mapped(scheme.concepts, (concept) => concept[language]);
  };

const mapped = <T>(record: Readonly<Record<string, T>>, of: (value: T) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));
