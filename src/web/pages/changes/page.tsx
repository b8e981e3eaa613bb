/** Changes: what began or ended between two days, as a list to read and to page through. */
import { changesParameters } from './parameters';
import { dataVersion } from '../parts/data-version';
import { Checkboxes, PictureForm } from '../parts/fields';
import { HappenedList } from '../parts/happened';
import { Layout } from '../parts/layout';
import { nextPage, Paging } from '../parts/paging';
import { AddressFaults } from '../parts/picture';
import { Queries } from '../parts/queries';
import { above, canonicalOfPage, hrefOf, wordsOf, type Site } from '../site';
import type { PageAnswers, SitePage } from '../site-page';
import { writtenDay, writtenNumber } from '../values/days';
import { changesQuery, type ChangesAnswer } from './query';
import { changesWords } from './words';

interface PartOptions {
  site: Site;
  answers: PageAnswers;
}

/** The days that were asked for. */
const daysIn = ({ changes }: PageAnswers) => changes?.variables as { from: string; to: string };

const Form = ({ site, answers }: PartOptions) => {
  const words = changesWords[site.language];
  const days = daysIn(answers);
  return (
    <PictureForm site={site} path="/changes" label={words.title}>
      {(['from', 'to'] as const).map((name) => (
        <label>
          {words[name]}
          <input type="date" name={name} value={days[name]} />
        </label>
      ))}
      <Checkboxes
        name="seen"
        legend={words.more}
        options={[{ value: 'yes', label: words.firstSeen }]}
        chosen={site.parameters.getAll('seen')}
      />
    </PictureForm>
  );
};

/** The funding periods, as times to choose. */
const Periods = ({ site, of }: { site: Site; of: ChangesAnswer['fundingPeriods'] }) => {
  const dated = (of?.nodes ?? []).filter(({ startsOn, endsOn }) => startsOn !== null && endsOn !== null);
  return (
    <ul class="chips" aria-label={changesWords[site.language].periods}>
      {dated.map(({ name, startsOn, endsOn }) => (
        <li>
          <a
            href={hrefOf(site, '/changes', [
              ['from', startsOn ?? ''],
              ['to', endsOn ?? ''],
            ])}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
};

function Answer({ site, answers }: PartOptions) {
  const data = answers.changes?.data as ChangesAnswer | null;
  if (!data?.changes) return null;
  const { totalCount, nodes, pageInfo } = data.changes;
  const words = changesWords[site.language];
  const { from, to } = daysIn(answers);
  const written = (day: string) => writtenDay(day, null, site.language);
  return (
    <>
      <Periods site={site} of={data.fundingPeriods} />
      <h2 id="list">{words.between(written(from), written(to))}</h2>
      <p class="count" role="status">
        {wordsOf(site).found(totalCount, writtenNumber(totalCount, site.language))}
      </p>
      <HappenedList site={site} changes={nodes} />
      <Paging site={site} pageInfo={pageInfo} shown={nodes.length} total={totalCount} anchor="list" />
    </>
  );
}

export const changesPage: SitePage = {
  path: '/changes',
  names: { de: changesWords.de.title, en: changesWords.en.title },
  group: 'browse',
  questions: (parameters, { today }) => {
    const { from, to, withFirstSeen } = changesParameters(parameters, today);
    const after = parameters.get('after');
    const what = withFirstSeen ? ['BEGAN', 'ENDED', 'FIRST_SEEN'] : ['BEGAN', 'ENDED'];
    return [
      { name: 'changes', query: changesQuery, variables: { from, to, what, ...(after && { after }) } },
      dataVersion,
    ];
  },
  html: (site, answers) => {
    const words = changesWords[site.language];
    const found = (answers.changes?.data as ChangesAnswer | null)?.changes;
    return (
      <Layout
        site={site}
        title={words.title}
        description={words.lead}
        canonical={canonicalOfPage(site)}
        next={found ? nextPage(site, found.pageInfo) : null}
        above={above(site, null)}
      >
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <AddressFaults
          site={site}
          answers={answers}
          faults={changesParameters(site.parameters, daysIn(answers).to).faults}
        />
        <Form site={site} answers={answers} />
        <Answer site={site} answers={answers} />
        <Queries site={site} answers={answers} tables={[]} />
      </Layout>
    );
  },
};
