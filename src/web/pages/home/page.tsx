/** The front page: what this is, a search, how much there is, the ways in, what happened lately, and the endpoint. */
import { Faults } from '../parts/faults';
import { HappenedList } from '../parts/happened';
import { Layout } from '../parts/layout';
import { QueryLink } from '../parts/as-data';
import { SearchField } from '../parts/search-field';
import { hrefOf, namesIn, siteName, wordsOf, type Site } from '../site';
import type { PageAnswer, SitePage } from '../site-page';
import { writtenMoment, writtenNumber } from '../values/days';
import type { FrontPageAnswer } from './answer';
import { frontPageQuery } from './query';
import { structuredSite } from './structured';
import { Ways } from './ways';
import { homeWords } from './words';

/** Six figures; each leads to what it counts. */
const Figures = ({ site, answer }: { site: Site; answer: FrontPageAnswer }) => {
  const words = homeWords[site.language];
  const many = (type: string): string => {
    const description = site.registry.ofType(type);
    return description ? namesIn(site, description).many : type;
  };
  const figures = [
    [
      answer.sites.totalCount,
      words.sites,
      hrefOf(site, '/institutions', [['kind', 'UNIVERSITY_MEDICAL_CENTRE']]),
    ],
    [answer.infrastructures.totalCount, many('Infrastructure'), hrefOf(site, '/infrastructures')],
    [answer.projects.totalCount, many('Project'), hrefOf(site, '/projects')],
    [answer.datasets.totalCount, many('Dataset'), hrefOf(site, '/datasets')],
    [answer.sources.totalCount, words.sources, hrefOf(site, '/sources')],
    [answer.disputed.totalCount, words.disputed, hrefOf(site, '/disputes')],
  ] as const;
  return (
    <ul class="figures" aria-label={words.figures}>
      {figures.map(([count, name, href]) => (
        <li>
          <a href={href}>
            <strong>{writtenNumber(count, site.language)}</strong> {name}
          </a>
        </li>
      ))}
    </ul>
  );
};

const Developers = ({ site }: { site: Site }) => {
  const words = homeWords[site.language];
  return (
    <section class="developers" aria-labelledby="developers">
      <div>
        <h2 id="developers">{words.developers}</h2>
        <p>{words.developersLead}</p>
        <p>
          <a class="button" href={hrefOf(site, '/graphql')}>
            {words.open}
          </a>
        </p>
      </div>
      <pre tabIndex={0} aria-label={words.curl}>
        <code>{`curl ${site.publicUrl}/graphql \\
  -H 'Content-Type: application/json' \\
  -d '{"query":
  "{ infrastructures { nodes { acronym name } } }"}'`}</code>
      </pre>
    </section>
  );
};

const Content = ({ site, of }: { site: Site; of: PageAnswer }) => {
  if (!of.data) return <Faults site={site} faults={of.faults} />;
  const answer = of.data as unknown as FrontPageAnswer;
  const words = homeWords[site.language];
  const { changedAt } = answer.catalogue;
  return (
    <>
      <Figures site={site} answer={answer} />
      <section aria-labelledby="ways">
        <h2 id="ways">{words.waysIn}</h2>
        <Ways site={site} answer={answer} />
      </section>
      <section aria-labelledby="lately">
        <h2 id="lately">{words.lately}</h2>
        <p>{words.latelyLead}</p>
        <HappenedList site={site} changes={[...answer.changes.nodes].reverse()} />
        <p>
          <a href={hrefOf(site, '/changes')}>{words.allChanges}</a>
        </p>
        {changedAt !== null && <p class="how">{words.changed(writtenMoment(changedAt, site.language))}</p>}
        <p>
          <QueryLink site={site} of={of} />
        </p>
      </section>
    </>
  );
};

export const homePage: SitePage = {
  path: '/',
  names: { de: wordsOf({ language: 'de' }).start, en: wordsOf({ language: 'en' }).start },
  group: 'front',
  questions: (_, { today }) => [{ name: 'front', query: frontPageQuery, variables: { today } }],
  html: (site, { front }) => {
    const words = homeWords[site.language];
    return (
      <Layout
        site={site}
        title={null}
        description={words.lead}
        canonical={`${site.publicUrl}/`}
        structured={structuredSite(site, { name: siteName, about: words.lead })}
      >
        <div class="front">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <SearchField site={site} label={words.searchFor} />
          <p class="such-as">
            {words.suchAs}{' '}
            {words.examples.map((example) => (
              <a href={hrefOf(site, '/search', [['q', example]])}>{example}</a>
            ))}
          </p>
        </div>
        {front && <Content site={site} of={front} />}
        <Developers site={site} />
      </Layout>
    );
  },
};
