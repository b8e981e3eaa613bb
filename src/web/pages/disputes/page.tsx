/** The page of the disputes: the records on which sources disagree, both sides beside each other. */
import { labelOfProperty } from '../../../resource/labels';
import type { ListAnswer, Mentioned, Stated } from '../answered';
import { QueryLink } from '../parts/as-data';
import { Statements } from '../parts/evidence';
import { Faults } from '../parts/faults';
import { Layout } from '../parts/layout';
import { nextPage, Paging } from '../parts/paging';
import { Mention } from '../parts/texts';
import { above, canonicalOfPage, namesIn, wordsOf, type Site } from '../site';
import type { PageAnswer, SitePage } from '../site-page';
import { writtenNumber } from '../values/days';
import { disputesQuery } from './query';
import { disputesWords } from './words';

interface Disputed extends Mentioned {
  readonly disputes: readonly { readonly property: string; readonly statements: readonly Stated[] }[];
}

const Record = ({ site, of }: { site: Site; of: Disputed }) => {
  const description = site.registry.ofType(of.__typename);
  return (
    <li>
      {description && <p class="class">{namesIn(site, description).one}</p>}
      <h3>
        <Mention site={site} of={of} />
      </h3>
      {of.disputes.map(({ property, statements }) => (
        <div class="disputed">
          <h4>{description ? labelOfProperty(description, property)[site.language] : property}</h4>
          <Statements site={site} evidence={statements} />
        </div>
      ))}
    </li>
  );
};

const foundIn = (answer: PageAnswer | undefined): ListAnswer<Disputed> | null =>
  (answer?.data?.disputed as ListAnswer<Disputed> | null | undefined) ?? null;

const Disputes = ({ site, of }: { site: Site; of: PageAnswer | undefined }) => {
  const found = foundIn(of);
  if (!found) return <Faults site={site} faults={of?.faults ?? []} />;
  const { totalCount, nodes, pageInfo } = found;
  return (
    <>
      <p class="count" role="status">
        {totalCount === 0
          ? disputesWords[site.language].none
          : wordsOf(site).found(totalCount, writtenNumber(totalCount, site.language))}
      </p>
      <ul class="hits" id="records">
        {nodes.map((each) => (
          <Record site={site} of={each} />
        ))}
      </ul>
      <Paging site={site} pageInfo={pageInfo} shown={nodes.length} total={totalCount} anchor="records" />
    </>
  );
};

export const disputesPage: SitePage = {
  path: '/disputes',
  names: { de: disputesWords.de.title, en: disputesWords.en.title },
  group: 'browse',
  questions: (parameters) => {
    const first = Number(parameters.get('first') ?? 0);
    const after = parameters.get('after');
    return [
      {
        name: 'disputed',
        query: disputesQuery,
        variables: { ...(first > 0 && { first }), ...(after !== null && after !== '' && { after }) },
      },
    ];
  },
  html: (site, answers) => {
    const words = disputesWords[site.language];
    const found = foundIn(answers.disputed);
    return (
      <Layout
        site={site}
        title={words.title}
        description={words.lead}
        canonical={canonicalOfPage(site)}
        next={found && nextPage(site, found.pageInfo)}
        above={above(site, null)}
      >
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <h2 class="unseen">{words.title}</h2>
        <Disputes site={site} of={answers.disputed} />
        {answers.disputed && (
          <p>
            <QueryLink site={site} of={answers.disputed} />
          </p>
        )}
      </Layout>
    );
  },
};
