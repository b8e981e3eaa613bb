/** What a value looks like to clients, without a word of GraphQL's own types: `graphql/value-types.ts` makes these of it. */
import type { ConceptScheme } from '../../vocabulary/concept-scheme';

export type ScalarName = 'String' | 'Int' | 'Float' | 'Boolean' | 'Date' | 'DateTime' | 'IRI';

/** A value of several fields. */
export interface ObjectValue {
  readonly name: string;
  readonly about: string;
  /** Of which type each is, what it is, and whether it may be null. */
  readonly fields: Readonly<Record<string, readonly [type: ValueType, about: string, nullable?: 'nullable']>>;
}

/** A scalar, a code of a vocabulary, or a value of several fields. */
export type ValueType = ScalarName | ConceptScheme | ObjectValue;

/** A type, or a list of it. */
export type Output = ValueType | readonly [ValueType];
