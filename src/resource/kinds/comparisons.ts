/** The comparisons that filters offer. `query/filter/operators.ts` defines their meaning. */
import type { ValueType } from './value-type';

/** A comparison: with one value of the attribute's type, with several, or with another type; or the comparisons of a part of the value. */
export interface Operator {
  readonly name: string;
  readonly takes: 'one' | 'several' | ValueType | Comparisons;
  readonly about: string;
}

/** The comparisons of an attribute, as a named input. */
export interface Comparisons {
  readonly name: string;
  readonly about: string;
  /** The type of the compared values. */
  readonly of: ValueType;
  readonly operators: readonly Operator[];
}

export const operator = (name: string, takes: Operator['takes'], about: string): Operator => ({
  name,
  takes,
  about,
});

export const eq = operator('eq', 'one', 'It is exactly this.');

export const equality = [
  eq,
  operator('ne', 'one', 'It is not this, or unknown.'),
  operator('in', 'several', 'It is one of these; an empty list is met by none.'),
];

export const order = [
  operator('lt', 'one', 'It is less or earlier than this.'),
  operator('lte', 'one', 'It is this, or less or earlier.'),
  operator('gt', 'one', 'It is greater or later than this.'),
  operator('gte', 'one', 'It is this, or greater or later.'),
];

export const isNull = operator('isNull', 'Boolean', 'True: no value is known. False: one is known.');

export const partsOfText = [
  operator('contains', 'one', 'It has this part; of names and texts whatever case and accents.'),
  operator('startsWith', 'one', 'It begins with this; of names and texts whatever case and accents.'),
];

/** Comparisons of a date. */
export const dateComparisons: Comparisons = {
  name: 'DateFilter',
  about: 'Conditions on a date.',
  of: 'Date',
  operators: [...equality, ...order, isNull],
};

/** Comparisons of a text that is not localized. */
export const textComparisons: Comparisons = {
  name: 'StringFilter',
  about: 'Conditions on a text that is the same in every language.',
  of: 'String',
  operators: [...equality, ...partsOfText, isNull],
};

/** The comparisons of a list. */
export const listComparisons = (name: string, what: string, of: ValueType): Comparisons => ({
  name,
  about: `Conditions on a list of ${what}.`,
  of,
  operators: [
    operator('has', 'one', 'The list has this.'),
    operator('hasAny', 'several', 'The list has one of these; an empty list is met by none.'),
    operator('hasAll', 'several', 'The list has all of these.'),
    operator('isEmpty', 'Boolean', 'True: nothing is known to be in it. False: something is.'),
  ],
});
