/** What is measured of a document or a part of it; a fragment counts once for each use. */
export interface Measure {
  /** Levels of fields. */
  readonly depth: number;
  readonly fields: number;
  /** Fields of the outermost level. */
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields `__schema`: each may describe everything. */
  readonly schemas: number;
  /** Fields `__type`. */
  readonly describedTypes: number;
  /** Levels of objects and lists within an argument. */
  readonly valueDepth: number;
  /** Items of the longest list within an argument. */
  readonly listItems: number;
  /** What is read for each object, in records: see prices.ts. */
  readonly cost: number;
  /** What is read once for all objects that stand beside each other, in records. */
  readonly once: number;
  /** Counts and facets of the list whose selection this is; what they cost is known where the list is asked for. */
  readonly statements: number;
  /** How often these go through the whole list. */
  readonly walks: number;
  /** How many links these go through beside the records of the list. */
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

/** Two parts that stand beside each other. */
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

/** The more of each of two parts of which only one will be run. */
export const worse = (one: Measure, other: Measure): Measure => ({
  depth: Math.max(one.depth, other.depth),
  fields: Math.max(one.fields, other.fields),
  rootFields: Math.max(one.rootFields, other.rootFields),
  aliases: Math.max(one.aliases, other.aliases),
  directives: Math.max(one.directives, other.directives),
  schemas: Math.max(one.schemas, other.schemas),
  describedTypes: Math.max(one.describedTypes, other.describedTypes),
  valueDepth: Math.max(one.valueDepth, other.valueDepth),
  listItems: Math.max(one.listItems, other.listItems),
  cost: Math.max(one.cost, other.cost),
  once: Math.max(one.once, other.once),
  statements: Math.max(one.statements, other.statements),
  walks: Math.max(one.walks, other.walks),
  links: Math.max(one.links, other.links),
});

/** The cost of a whole. */
export const totalCost = ({ cost, once }: Measure): number => cost + once;
