/** What the address of a list narrows it to: each filter with the way to the list without it. */
import type { Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import { hrefOf, wordsOf, type Site } from '../site';
import { facetLabel, facetOf, type AnsweredFacet } from './facets';

interface ActiveFiltersOptions {
  site: Site;
  description: Description;
  facets: readonly AnsweredFacet[];
}

/** The parameters that narrow nothing. */
const ofPage = ['after', 'first', 'lang', 'sort', 'columns'];

interface Active {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

function activeIn({ site, description, facets }: ActiveFiltersOptions): Active[] {
  const words = wordsOf(site);
  const fields = [...description.attributes, ...description.references, ...description.ends];
  return [...site.parameters].flatMap(([name, value]): Active[] => {
    if (value === '' || ofPage.includes(name)) return [];
    if (name === 'search') return [{ name, label: words.search, value }];
    if (name === 'citedFrom') return [{ name, label: words.source, value }];
    const field = fields.find((each) => each.name === name);
    if (!field) return [];
    const bucket = facetOf(facets, field)?.buckets.find((each) => each.value === value);
    const shown = bucket ? facetLabel(site, field, bucket) : value;
    return [{ name, label: labelOfField(field)[site.language], value: shown }];
  });
}

export function ActiveFilters(options: ActiveFiltersOptions) {
  const { site } = options;
  const active = activeIn(options);
  if (active.length === 0) return null;
  const words = wordsOf(site);
  const without = (name: string) =>
    hrefOf(
      site,
      site.path,
      [...site.parameters].filter(([each]) => each !== name && each !== 'after' && each !== 'lang'),
    );
  return (
    <ul class="chips" aria-label={words.active}>
      {active.map(({ name, label, value }) => (
        <li>
          <a href={without(name)} aria-current="true">
            {label}: {value} <span aria-hidden="true">×</span>
            <span class="unseen"> – {words.remove}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
