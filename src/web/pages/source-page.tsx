/** The page of a source: what it is, where it is published, and where to find what rests on it. */
import type { Description } from '../../resource/description';
import { fieldOfList } from '../../resource/field-names';
import type { Answered, ListAnswer } from './answered';
import { citingLists } from './documents/record';
import { AsData, QueryLink } from './parts/as-data';
import { Facts, factsOf } from './parts/facts';
import { Layout } from './parts/layout';
import { above, hrefOf, namesIn, wordsOf, type Site } from './site';
import { writtenNumber } from './values/days';

interface SourcePageOptions {
  site: Site;
  description: Description;
  source: Answered;
  /** How many records of each list rest on it, by the field of the list. */
  counts: Answered;
  /** The queries that counted them. */
  further: readonly { query: string; variables: object }[];
  query: string;
  variables: object;
  structured: object | null;
}

/** The lists with records that rest on the source, each with their number. */
const Citing = ({ site, source, counts }: Pick<SourcePageOptions, 'site' | 'source' | 'counts'>) => {
  const cited = citingLists(site.registry).flatMap((list) => {
    const { totalCount } = counts[fieldOfList(list)] as Pick<ListAnswer, 'totalCount'>;
    return totalCount > 0 ? [{ list, totalCount }] : [];
  });
  if (cited.length === 0) return <p>{wordsOf(site).citedNowhere}</p>;
  return (
    <ul class="columns">
      {cited.map(({ list, totalCount }) => (
        <li>
          <a href={hrefOf(site, `/${list.path}`, [['citedFrom', String(source.slug)]])}>
            {namesIn(site, list).many}
          </a>{' '}
          ({writtenNumber(totalCount, site.language)})
        </li>
      ))}
    </ul>
  );
};

export function SourcePage(options: SourcePageOptions) {
  const { site, description, source, counts, further, query, variables, structured } = options;
  const words = wordsOf(site);
  const { one } = namesIn(site, description);
  const title = String(source.title);
  return (
    <Layout
      site={site}
      title={`${title} – ${one}`}
      description={words.sourceLead(title)}
      canonical={`${site.publicUrl}${site.path}`}
      structured={structured}
      above={above(site, description)}
    >
      <p class="class">{one}</p>
      <h1>{title}</h1>
      <section aria-labelledby="facts">
        <h2 id="facts">{words.facts}</h2>
        <Facts site={site} facts={factsOf(site, description, source)} evidence={[]} disputed={[]} />
      </section>
      <section aria-labelledby="citing">
        <h2 id="citing">{words.citing}</h2>
        <Citing site={site} source={source} counts={counts} />
      </section>
      <AsData site={site} title={words.forms} query={query} variables={variables}>
        {further.map((each) => (
          <p>
            <QueryLink site={site} of={each}>
              {words.countingQuery}
            </QueryLink>
          </p>
        ))}
      </AsData>
    </Layout>
  );
}
