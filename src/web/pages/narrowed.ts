/** What the address of a list narrows it to, as the filter of its query. */
import type { Attribute, Description } from '../../resource/description';
import { containing, isSearched } from './documents/list';
import { toOne } from './documents/narrowing';
import { orderNamed, usualOrder } from './documents/orders';

const ofSlug = (slug: string) => ({ slug: { eq: slug } });

/** The comparison of an attribute with one value. */
function comparison(attribute: Attribute, written: string): object | null {
  const operators = attribute.kind.comparisons?.(attribute).operators ?? [];
  const operator = ['eq', 'has'].find((name) => operators.some((each) => each.name === name));
  const value = attribute.scheme || !/^(?:true|false)$/.test(written) ? written : written === 'true';
  return operator === undefined ? null : { [operator]: value };
}

/** The parameters that narrow lists of a class, with the condition of each. */
function conditionsOf(description: Description, parameters: URLSearchParams): Record<string, object> {
  const conditions: Record<string, object> = {};
  for (const attribute of description.attributes.filter(({ facet }) => facet)) {
    const written = parameters.get(attribute.name);
    const condition = written ? comparison(attribute, written) : null;
    if (condition) conditions[attribute.name] = condition;
  }
  for (const { name } of toOne(description)) {
    const slug = parameters.get(name);
    if (slug) conditions[name] = ofSlug(slug);
  }
  const part = parameters.get('search')?.trim();
  const texts = containing(description);
  if (part && texts.length > 0) conditions.or = texts.map((name) => ({ [name]: { contains: part } }));
  const citedFrom = parameters.get('citedFrom');
  if (citedFrom && description.kind !== 'source') conditions.evidence = { citedFrom: ofSlug(citedFrom) };
  return conditions;
}

/** The variables of the query of a list that its address says, without its page. Hits are in the order of their score, unless it names another. */
export function narrowed(description: Description, parameters: URLSearchParams): Record<string, unknown> {
  const search = isSearched(description) ? parameters.get('search')?.trim() : undefined;
  const filter = conditionsOf(description, parameters);
  const order = orderNamed(description, parameters.get('sort')) ?? usualOrder(description, Boolean(search));
  return {
    ...(search && { search }),
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(order && { orderBy: [order] }),
  };
}
