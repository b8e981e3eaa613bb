/** The fields by whose values a list is narrowed. */
import { describe, type Attribute, type Description } from '../../../resource/description';

/** An attribute, or a field that leads to one record. */
export type NarrowingField = Pick<Attribute, 'name' | 'label'>;

/** The attributes by whose values people narrow a list: those with few values. */
export const narrowedBy = ({ attributes }: Description): Attribute[] =>
  attributes.filter(({ facet, kind }) => facet && kind.few);

/** The ends of a link that are always records of one class. */
const endsOfOneClass = ({ ends }: Description): NarrowingField[] =>
  ends.filter(({ to }) => {
    const [type, ...others] = to();
    return type !== undefined && others.length === 0 && describe(type).kind === 'resource';
  });

/** The fields that lead to one record: references, and the ends of links. */
export const toOne = (description: Description): NarrowingField[] => [
  ...description.references,
  ...endsOfOneClass(description),
];

/** What a list counts, to be narrowed by: attributes with few values, the ends of links, and the references that its address narrows by. */
export const countedFields = (description: Description, parameters: URLSearchParams): NarrowingField[] => [
  ...narrowedBy(description),
  ...endsOfOneClass(description),
  ...description.references.filter(({ name }) => parameters.get(name)),
];
