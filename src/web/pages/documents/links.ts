/** What a query selects of links. */
import { CatalogueLink } from '../../../resource/catalogue-link';
import { declarationOf, type Attribute, type Description } from '../../../resource/description';
import type { Answered } from '../answered';
import { evidence, mention, selectionOf } from './selection';

/** The attributes that links of every type have. */
const common = (): readonly Attribute[] => declarationOf(CatalogueLink).attributes;

/** The attributes that only links of this type have. */
export const ownAttributes = ({ attributes }: Description): Attribute[] =>
  attributes.filter(({ name }) => !common().some((each) => each.name === name));

/** Fields of different types cannot share a name in an answer, so each type's own ones begin with its name. */
const aliasOf =
  ({ type }: Description) =>
  (name: string): string =>
    `${type.charAt(0).toLowerCase()}${type.slice(1)}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function ownOf(link: Description): string {
  const alias = aliasOf(link);
  const references = link.references.map(({ name }) => `${alias(name)}: ${name} ${mention}`);
  const own = [...ownAttributes(link).map((attribute) => selectionOf(attribute, alias)), ...references];
  return own.length === 0 ? '' : `... on ${link.type} { ${own.join(' ')} }`;
}

/** The selection of links of several types. */
export const linksOf = (links: readonly Description[]): string => `
  __typename id
  from ${mention}
  to ${mention}
  ${common()
    .map((attribute) => selectionOf(attribute))
    .join(' ')}
  ${links.map(ownOf).join('\n  ')}
  ${evidence}`;

const total = '{ aggregate(by: [TYPE]) { groups { count keys { value } } } }';

/** How many links of each type a record has, by the end that it is: a page of links shows only some of them. */
export const linkTotals = `
  outgoing: links(direction: OUTGOING) ${total}
  incoming: links(direction: INCOMING) ${total}`;

/** A link in an answer, with its fields under their own names. */
export function unaliased(link: Answered, description: Description): Answered {
  const prefix = aliasOf(description)('');
  return Object.fromEntries(
    Object.entries(link).map(([name, value]) => [
      name.startsWith(prefix) && /[A-Z]/.test(name.charAt(prefix.length))
        ? name.charAt(prefix.length).toLowerCase() + name.slice(prefix.length + 1)
        : name,
      value,
    ]),
  );
}
