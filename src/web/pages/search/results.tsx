/** The results of a search: how the words were read, what was found, and the ways to go on. */
import { QueryLink } from '../parts/as-data';
import { Faults } from '../parts/faults';
import { Paging } from '../parts/paging';
import { hrefOf, hrefOfQuery, wordsOf, type Site } from '../site';
import type { PageAnswer } from '../site-page';
import { writtenNumber } from '../values/days';
import type { Found } from './answer';
import { HitList, HitTable } from './hits';
import { Nothing } from './nothing';
import { parametersOf, type SearchState } from './state';
import { searchTableQuery } from './table-query';
import { searchWords } from './words';

/** How the words were read, where that is not as they were written. */
const Reading = ({ site, found }: { site: Site; found: Found }) => {
  const words = searchWords[site.language];
  return (
    <>
      {found.corrections.map(({ word, readAs }) => (
        <p class="how">
          {words.readAs(word, readAs.join(', '))}
          {readAs.map((each) => (
            <>
              {' '}
              <a href={hrefOf(site, '/search', [['q', each]])}>{each}</a>
            </>
          ))}
        </p>
      ))}
      {found.unknownWords.length > 0 && <p class="how">{words.unknown(found.unknownWords.join(', '))}</p>}
      {found.someWordsOnly && found.totalCount > 0 && <p class="how">{words.someWords}</p>}
    </>
  );
};

const Views = ({ site, state, variables }: { site: Site; state: SearchState; variables: object }) => {
  const words = searchWords[site.language];
  const hrefFor = (isTable: boolean) => hrefOf(site, '/search', parametersOf({ ...state, isTable }));
  const files = [
    ['csv', 'CSV'],
    ['xlsx', 'Excel'],
  ] as const;
  return (
    <p class="views">
      <a href={hrefFor(!state.isTable)}>{state.isTable ? words.asList : words.asTable}</a>
      <span>
        {words.download}:{' '}
        {files.map(([format, name], index) => (
          <>
            {index > 0 && ' · '}
            <a href={hrefOfQuery(site, searchTableQuery, variables, format)}>{name}</a>
          </>
        ))}
      </span>
    </p>
  );
};

export function Results({ site, state, of }: { site: Site; state: SearchState; of: PageAnswer }) {
  const found = of.data?.search as Found | undefined;
  if (!found) return <Faults site={site} faults={of.faults} />;
  const words = searchWords[site.language];
  const { totalCount, pageInfo, edges } = found;
  const { first, after, ...whole } = of.variables;
  return (
    <section aria-labelledby="results">
      <h2 id="results">{totalCount === 0 ? words.nothing : words.resultsFor(state.text)}</h2>
      <p class="count" role="status">
        {wordsOf(site).found(totalCount, writtenNumber(totalCount, site.language))}
      </p>
      <Reading site={site} found={found} />
      {totalCount === 0 ? (
        <Nothing site={site} found={found} />
      ) : (
        <>
          <Views site={site} state={state} variables={whole} />
          {state.isTable ? <HitTable site={site} found={found} /> : <HitList site={site} found={found} />}
          <Paging site={site} pageInfo={pageInfo} shown={edges.length} total={totalCount} anchor="results" />
        </>
      )}
      <p>
        <QueryLink site={site} of={of} />
      </p>
    </section>
  );
}
