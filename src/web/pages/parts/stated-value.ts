/** What a source states of a field, as people read it: dates as on the rest of the page, all else in the source's own writing. */
import type { Registry } from '../../../resource/registry';
import type { Stated } from '../answered';
import type { Site } from '../site';
import { writtenDate } from '../values/days';

const datesOf = new WeakMap<Registry, ReadonlySet<string>>();

/** The names of all fields that hold a date. */
function namesOfDates(registry: Registry): ReadonlySet<string> {
  const known = datesOf.get(registry);
  if (known) return known;
  const attributes = registry.all.flatMap((description) => description.attributes);
  const dates = attributes.filter((attribute) => attribute.kind.output(attribute) === 'Date');
  const names = new Set(dates.map(({ name }) => name));
  datesOf.set(registry, names);
  return names;
}

export function statedValueIn(
  { registry, language }: Site,
  { property, statedValue }: Pick<Stated, 'property' | 'statedValue'>,
): string | null {
  if (statedValue === null || property === null || !namesOfDates(registry).has(property)) return statedValue;
  return writtenDate(statedValue, language);
}
