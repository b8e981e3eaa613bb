/** The types of values, independent of GraphQL. `graphql/value-types.ts` converts them. */
import type { ConceptScheme } from '../../vocabulary/concept-scheme';

export type ScalarName =
  'String' | 'Int' | 'Float' | 'Decimal' | 'Boolean' | 'Date' | 'DateTime' | 'IRI' | 'Currency';

/** An object type. */
export interface ObjectValue {
  readonly name: string;
  readonly about: string;
  /** For each field its type, description, and whether it is nullable. */
  readonly fields: Readonly<Record<string, readonly [type: ValueType, about: string, nullable?: 'nullable']>>;
}

/** A scalar, a vocabulary (enum) or an object type. */
export type ValueType = ScalarName | ConceptScheme | ObjectValue;

/** A type, or a list of it. */
export type Output = ValueType | readonly [ValueType];
