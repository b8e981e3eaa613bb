/** What a search can be narrowed to: kinds of records, what all kinds share, and the values of one kind, each with how many there are. */
import type { Description } from '../../../resource/description';
import { labelOfField } from '../../../resource/labels';
import { narrowedBy } from '../documents/narrowing';
import { facetLabel, facetOf, type AnsweredFacet } from '../parts/facets';
import { hrefOf, namesIn, type Site } from '../site';
import { writtenNumber } from '../values/days';
import type { Found } from './answer';
import { classOfCode, parametersOf, toggled, without, type Demand, type SearchState } from './state';
import { searchWords } from './words';

interface ChipOptions {
  site: Site;
  state: SearchState;
  name: Demand;
  value: string;
  label: string;
  count: number;
}

/** A demand with as many records as meet it; a chosen one is taken away by its link. */
const Chip = ({ site, state, name, value, label, count }: ChipOptions) => {
  const isChosen = state.demanded[name].includes(value);
  return (
    <li>
      <a
        href={hrefOf(site, '/search', parametersOf(toggled(state, name, value)))}
        aria-current={isChosen ? 'true' : undefined}
      >
        {label} <span>{writtenNumber(count, site.language)}</span>
        {isChosen && (
          <>
            <span aria-hidden="true"> ×</span>
            <span class="unseen"> – {searchWords[site.language].remove}</span>
          </>
        )}
      </a>
    </li>
  );
};

interface FoundOptions {
  site: Site;
  state: SearchState;
  found: Found;
}

/** All kinds of which something was found. */
export function Kinds({ site, state, found }: FoundOptions) {
  const words = searchWords[site.language];
  const isAll = state.demanded.type.length === 0;
  return (
    <nav aria-labelledby="kinds">
      <h2 id="kinds">{words.kinds}</h2>
      <ul class="chips">
        <li>
          <a
            href={hrefOf(site, '/search', parametersOf(without(state, 'type')))}
            aria-current={isAll ? 'true' : undefined}
          >
            {words.all}
          </a>
        </li>
        {found.types.map(({ type, count }) => {
          const description = classOfCode(site.registry, type);
          const label = description ? namesIn(site, description).many : type;
          return <Chip site={site} state={state} name="type" value={type} label={label} count={count} />;
        })}
      </ul>
    </nav>
  );
}

/** What records of all kinds may share, by what the query counts. */
const shared = [
  ['INFRASTRUCTURE', 'with'],
  ['INSTITUTION', 'with'],
  ['SOURCE', 'source'],
] as const;

/** What found records of all kinds share: links with the same infrastructure or institution, and the same source. */
export function SharedValues({ site, state, found }: FoundOptions) {
  const words = searchWords[site.language];
  const groups = shared.flatMap(([by, name]) => {
    const facet = found.facets.find((each) => each.by === by);
    return facet && facet.buckets.length > 0 ? [{ by, name, facet }] : [];
  });
  if (groups.length === 0) return null;
  return (
    <nav class="facets" aria-labelledby="shared">
      <h2 id="shared">{words.sharing}</h2>
      {groups.map(({ by, name, facet: { buckets, distinct } }) => (
        <details open={buckets.some(({ value }) => state.demanded[name].includes(value))}>
          <summary>
            {words.shared[by]} <span class="key">{writtenNumber(distinct, site.language)}</span>
          </summary>
          <ul class="chips">
            {buckets.map(({ value, label, count }) => (
              <Chip site={site} state={state} name={name} value={value} label={label} count={count} />
            ))}
          </ul>
          {distinct > buckets.length && (
            <p class="key">{words.mostFrequent(writtenNumber(buckets.length, site.language))}</p>
          )}
        </details>
      ))}
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
