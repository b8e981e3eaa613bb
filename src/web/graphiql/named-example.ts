// The example that an address names by `?example=`, in the visitor's language.
import { textOf } from './examples';
import { language } from './language';
import type { LinkedQuery } from './link';
import { tour } from './tour';

export function namedExample(search: string): LinkedQuery | undefined {
  const key = new URLSearchParams(search).get('example');
  const example = tour.find((each) => each.key === key);
  return example && { ...example, query: textOf(example, language()) };
}
