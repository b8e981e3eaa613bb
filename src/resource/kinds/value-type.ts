/** What a value looks like to clients, without a word of GraphQL's own types: `graphql/value-types.ts` makes these of it. */
import type { ConceptScheme } from '../../vocabulary/concept-scheme';

export type ScalarName = 'String' | 'Int' | 'Float' | 'Boolean' | 'Date' | 'DateTime' | 'IRI';

/** A value of several fields. */
export interface ObjectValue {
  readonly name: string;
  readonly about: string;
  readonly fields: Readonly<Record<string, FieldOfValue>>;
}

interface FieldOfValue {
  type: ValueType;
  about: string;
  nullable?: true;
}

export const field = (type: ValueType, about: string): FieldOfValue => ({ type, about });
export const optional = (type: ValueType, about: string): FieldOfValue => ({ type, about, nullable: true });

/** A scalar, a code of a vocabulary, or a value of several fields. */
export type ValueType = ScalarName | ConceptScheme | ObjectValue;

/** A type, or a list of it. */
export type Output = ValueType | readonly [ValueType];
