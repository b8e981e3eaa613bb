/** Resolves the paths in a coverage declaration, from covered records to what is required. */
import {
  attributeOf,
  describe,
  otherSide,
  type Attribute,
  type Description,
  type InverseList,
  type List,
  type RecordClass,
  type Reference,
  type Side,
  type ThroughList,
} from '../../resource/description';

/** A step from records of one class to records of another. */
export interface Step {
  owner: Description;
  to: Description;
  by: InverseList | (ThroughList & { to: () => RecordClass }) | (Reference & { kind: 'reference' });
}

/** A path that ends in records of a class, or in an attribute of them. */
export interface Path {
  steps: readonly Step[];
  /** Class of the records at its end. */
  end: Description;
  /** The required attribute of those records; null if the records themselves are required. */
  attribute: Attribute | null;
}

/** @throws Error for a name that the class does not have */
export function pathFrom(start: Description, names: string): Path {
  const steps: Step[] = [];
  let end = start;
  for (const name of names.split('.')) {
    const attribute = attributeOf(end, name);
    if (attribute) return { steps, end, attribute };
    const step = stepFrom(end, name);
    steps.push(step);
    end = step.to;
  }
  return { steps, end, attribute: null };
}

function stepFrom(owner: Description, name: string): Step {
  const reference = owner.references.find((candidate) => candidate.name === name);
  if (reference) return { owner, to: describe(reference.to()), by: { ...reference, kind: 'reference' } };
  const list = owner.lists.find((candidate) => candidate.name === name);
  if (list?.kind === 'inverse') return { owner, to: describe(list.to()), by: list };
  if (list?.kind === 'through' && list.to)
    return { owner, to: describe(list.to()), by: { ...list, to: list.to } };
  throw new Error(`${owner.type} has no "${name}" that leads to records of one class.`);
}

/** Whether an attribute has a single value, so that another value excludes the required one. */
export const isSingle = ({ kind }: Attribute): boolean => kind.holds !== 'values';

/** The properties, on the record where a step begins, by which a source can state what the step leads to. */
export const statedAtStart = ({ owner, to, by }: Step): string[] => {
  if (by.kind !== 'through') return [by.name];
  return listsOver(owner, by.link, by.as, to);
};

/** The same on the record where it ends. */
export const statedAtEnd = ({ owner, to, by }: Step): string[] =>
  by.kind === 'through' ? listsOver(to, by.link, otherSide(by.as), owner) : [];

/** The properties by which a source can state a list of a record. */
export function statedAs(owner: Description, list: List): string[] {
  if (list.kind === 'inverse') return [list.name];
  const to = list.kind === 'through' && list.to ? describe(list.to()) : null;
  return [...new Set([list.name, ...listsOver(owner, list.link, list.as, to)])];
}

/** The lists of a class over all links of a type, or over those to the records of another class. */
const listsOver = (
  { lists }: Description,
  link: () => RecordClass,
  as: Side,
  other: Description | null,
): string[] =>
  lists
    .filter((list) => {
      if (list.kind === 'inverse' || list.link() !== link() || list.as !== as) return false;
      return (
        list.kind === 'links' || (list.roles === undefined && other !== null && list.to?.() === other.class)
      );
    })
    .map(({ name }) => name);
