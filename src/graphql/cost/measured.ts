/** The measure of a document or a part of it. A fragment counts once for each use. */
export interface Measure {
  /** Depth of nested fields. */
  readonly depth: number;
  readonly fields: number;
  /** Fields at the root. */
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Number of `__schema` fields; each may return the whole schema. */
  readonly schemas: number;
  /** Number of `__type` fields. */
  readonly describedTypes: number;
  /** Nesting depth within arguments. */
  readonly valueDepth: number;
  /** Length of the longest list within arguments. */
  readonly listItems: number;
  /** What is read for each object, in records: see prices.ts. */
  readonly cost: number;
  /** What is read once for all objects at the same place, in records. */
  readonly once: number;
  /** Statements for counts and facets of the list to which this selection belongs. Their cost is known at the list. */
  readonly statements: number;
  /** How often these scan the whole list. */
  readonly walks: number;
  /** How many links these scan in addition to the records of the list. */
  readonly links: number;
}

export const nothing: Measure = {
  depth: 0,
  fields: 0,
  rootFields: 0,
  aliases: 0,
  directives: 0,
  schemas: 0,
  describedTypes: 0,
  valueDepth: 0,
  listItems: 0,
  cost: 0,
  once: 0,
  statements: 0,
  walks: 0,
  links: 0,
};

/** Combines two parts that are both executed. */
export const add = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  rootFields: one.rootFields + other.rootFields,
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  schemas: one.schemas + other.schemas,
  describedTypes: one.describedTypes + other.describedTypes,
  valueDepth: Math.max(one.valueDepth, other.valueDepth),
  listItems: Math.max(one.listItems, other.listItems),
  cost: one.cost + other.cost,
  once: one.once + other.once,
  statements: one.statements + other.statements,
  walks: one.walks + other.walks,
  links: one.links + other.links,
});

/** Combines two parts of which only one is executed: the larger of each value. */
export const worse = (one: Measure, other: Measure): Measure => {
  const parts = Object.entries(one) as [keyof Measure, number][];
  return Object.fromEntries(
    parts.map(([part, value]) => [part, Math.max(value, other[part])]),
  ) as unknown as Measure;
};

/** The total cost. */
export const totalCost = ({ cost, once }: Measure): number => cost + once;
