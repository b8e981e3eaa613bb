/** Search and filters of a list: a plain form, whose address can be kept. */
import type { Attribute, Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import { isSearched, narrowedBy } from '../documents/list';
import { facetLabel, facetOf, type AnsweredFacet } from './facets';
import { hrefOf, wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';

interface NarrowingOptions {
  site: Site;
  description: Description;
  facets: readonly AnsweredFacet[];
}

/** The parameters that only pages follow. */
const ofPaging = ['after', 'first', 'search', 'lang'];

const Choice = ({ site, attribute, facet }: { site: Site; attribute: Attribute; facet: AnsweredFacet }) => {
  const words = wordsOf(site);
  const chosen = site.parameters.get(attribute.name) ?? '';
  return (
    <label>
      {labelOfField(attribute)[site.language]}
      <select name={attribute.name}>
        <option value="" selected={chosen === ''}>
          {words.any}
        </option>
        {facet.buckets.map((bucket) => (
          <option value={bucket.value} selected={bucket.value === chosen}>
            {facetLabel(site, attribute, bucket)} ({writtenNumber(bucket.count, site.language)})
          </option>
        ))}
      </select>
    </label>
  );
};

export function Narrowing({ site, description, facets }: NarrowingOptions) {
  const words = wordsOf(site);
  const choices = narrowedBy(description).flatMap((attribute) => {
    const facet = facetOf(facets, attribute);
    return facet ? [{ attribute, facet }] : [];
  });
  const searched = isSearched(description);
  if (!searched && choices.length === 0) return null;
  const own = choices.map(({ attribute }) => attribute.name);
  const others = [...site.parameters].filter(
    ([name, value]) => value !== '' && !ofPaging.includes(name) && !own.includes(name),
  );
  return (
    <form class="narrowing" method="get" action={`${site.publicPath}${site.path}`} aria-label={words.narrow}>
      {searched && (
        <label>
          {words.search}
          <input type="search" name="search" value={site.parameters.get('search') ?? ''} maxLength={1000} />
        </label>
      )}
      {choices.map(({ attribute, facet }) => (
        <Choice site={site} attribute={attribute} facet={facet} />
      ))}
      {others.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {site.isLanguageNamed && <input type="hidden" name="lang" value={site.language} />}
      <button type="submit">{words.apply}</button>
      <a href={hrefOf(site, site.path)}>{words.reset}</a>
    </form>
  );
}
