/** What a search can be narrowed to: kinds of records, and the values of one kind, each with how many there are. */
import type { Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import { narrowedBy } from '../documents/list';
import { facetLabel, facetOf, type AnsweredFacet } from '../parts/facets';
import { hrefOf, namesIn, type Site } from '../site';
import { writtenNumber } from '../values/days';
import type { Found } from './answer';
import { classOfCode, parametersOf, toggled, type SearchState } from './state';
import { searchWords } from './words';

/** All kinds of which something was found; a chosen one is taken away by its link. */
export function Kinds({ site, state, found }: { site: Site; state: SearchState; found: Found }) {
  const words = searchWords[site.language];
  const hrefFor = (next: SearchState) => hrefOf(site, '/search', parametersOf(next));
  const isAll = state.types.length === 0;
  return (
    <nav aria-labelledby="kinds">
      <h2 id="kinds">{words.kinds}</h2>
      <ul class="chips">
        <li>
          <a href={hrefFor({ ...state, types: [] })} aria-current={isAll ? 'true' : undefined}>
            {words.all}
          </a>
        </li>
        {found.types.map(({ type, count }) => {
          const description = classOfCode(site.registry, type);
          const isChosen = state.types.includes(type);
          return (
            <li>
              <a href={hrefFor(toggled(state, type))} aria-current={isChosen ? 'true' : undefined}>
                {description ? namesIn(site, description).many : type}{' '}
                <span>{writtenNumber(count, site.language)}</span>
                {isChosen && (
                  <>
                    <span aria-hidden="true"> ×</span>
                    <span class="unseen"> – {words.remove}</span>
                  </>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface ValuesOptions {
  site: Site;
  state: SearchState;
  description: Description;
  facets: readonly AnsweredFacet[];
}

/** The values of one kind of record: each leads to the list that is narrowed by it, with the same search. */
export function Values({ site, state, description, facets }: ValuesOptions) {
  const words = searchWords[site.language];
  const shown = narrowedBy(description).flatMap((attribute) => {
    const facet = facetOf(facets, attribute);
    return facet ? [{ attribute, facet }] : [];
  });
  const hrefFor = (narrowed: [string, string][]) =>
    hrefOf(site, `/${description.path}`, [['search', state.text], ...narrowed]);
  return (
    <nav class="facets" aria-labelledby="values">
      <h2 id="values">{words.narrow(namesIn(site, description).many)}</h2>
      {shown.map(({ attribute, facet }) => (
        <details open={facet.buckets.length <= 6}>
          <summary>{labelOfField(attribute)[site.language]}</summary>
          <ul class="chips">
            {facet.buckets.map((bucket) => (
              <li>
                <a href={hrefFor([[attribute.name, bucket.value]])}>
                  {facetLabel(site, attribute, bucket)}{' '}
                  <span>{writtenNumber(bucket.count, site.language)}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p>
        <a href={hrefFor([])}>{words.inList}</a>
      </p>
    </nav>
  );
}
