/** Search, filters, order and columns of a list: a plain form, whose address can be kept. */
import type { Attribute, Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import { containing, isSearched } from '../documents/list';
import type { NarrowingField } from '../documents/narrowing';
import { facetLabel, facetOf, type AnsweredFacet } from './facets';
import { Columns, Sorting } from './arranging';
import { hrefOf, wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';

interface NarrowingOptions {
  site: Site;
  description: Description;
  columns: readonly Attribute[];
  /** The fields whose values are counted. */
  counted: readonly NarrowingField[];
  facets: readonly AnsweredFacet[];
}

/** The parameters that only pages follow. */
const ofPaging = ['after', 'first', 'search', 'lang'];

const Choice = ({ site, field, facet }: { site: Site; field: NarrowingField; facet: AnsweredFacet }) => {
  const words = wordsOf(site);
  const chosen = site.parameters.get(field.name) ?? '';
  return (
    <label>
      {labelOfField(field)[site.language]}
      <select name={field.name}>
        <option value="" selected={chosen === ''}>
          {words.any}
        </option>
        {facet.buckets.map((bucket) => (
          <option value={bucket.value} selected={bucket.value === chosen}>
            {facetLabel(site, field, bucket)} ({writtenNumber(bucket.count, site.language)})
          </option>
        ))}
      </select>
    </label>
  );
};

/** Filters that are shown at once; the others are opened. */
const shownAtOnce = 4;

export function Narrowing({ site, description, columns, counted, facets }: NarrowingOptions) {
  const words = wordsOf(site);
  const choices = counted.flatMap((field) => {
    const facet = facetOf(facets, field);
    return facet ? [{ field, facet }] : [];
  });
  const own = [...choices.map(({ field }) => field.name), 'sort', 'columns'];
  const others = [...site.parameters].filter(
    ([name, value]) => value !== '' && !ofPaging.includes(name) && !own.includes(name),
  );
  const [first, more] = [choices.slice(0, shownAtOnce), choices.slice(shownAtOnce)];
  const fields = (of: typeof choices) =>
    of.map(({ field, facet }) => <Choice site={site} field={field} facet={facet} />);
  return (
    <form class="narrowing" method="get" action={`${site.publicPath}${site.path}`} aria-label={words.narrow}>
      {(isSearched(description) || containing(description).length > 0) && (
        <label>
          {isSearched(description) ? words.search : words.searchTitles}
          <input type="search" name="search" value={site.parameters.get('search') ?? ''} maxLength={1000} />
        </label>
      )}
      {fields(first)}
      <Sorting site={site} description={description} />
      {more.length > 0 && (
        <details class="choices" open={more.some(({ field }) => site.parameters.get(field.name))}>
          <summary>{words.moreFilters}</summary>
          <div>{fields(more)}</div>
        </details>
      )}
      <Columns site={site} description={description} columns={columns} />
      {others.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {site.isLanguageNamed && <input type="hidden" name="lang" value={site.language} />}
      <div class="buttons">
        <button type="submit">{words.apply}</button>
        <a href={hrefOf(site, site.path)}>{words.reset}</a>
      </div>
    </form>
  );
}
