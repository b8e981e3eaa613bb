/** Attributes that follow from a record and others: computed in the transaction that writes one of these, and kept. */
import type { Attribute, Description } from './description';
import type { Row, Statement } from './values';

/** Reads what a derivation needs, in the transaction that writes. */
export interface DerivationReader {
  readonly dialect: 'sqlite' | 'postgres';
  read(statement: Statement): Promise<Row[]>;
}

/** Values by the name of their attribute. */
export type DerivedValues = Readonly<Record<string, unknown>>;

/** Computes attributes that name it (`Attribute.derivedBy`). */
export interface Derivation {
  readonly name: string;
  /** A text that changes whenever other rules would give other values. Then all values are derived anew at the start. */
  readonly rules: string;
  /** Of how many steps what it reads is away: a record that a record refers to is one step away. */
  readonly reach: number;
  /** The values of each record of a class. Values are as valid as imported ones (`Kind.check`), null and empty lists where there are none. */
  derive(
    description: Description,
    keys: readonly string[],
    reader: DerivationReader,
  ): Promise<ReadonlyMap<string, DerivedValues>>;
}

/** The attributes of a class that a derivation computes. */
export const derivedAttributes = (
  description: Description,
  { name }: Pick<Derivation, 'name'>,
): Attribute[] => description.attributes.filter(({ derivedBy }) => derivedBy === name);
