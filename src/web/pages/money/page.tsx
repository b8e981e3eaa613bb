/** Money: by funding period and by recipient, with of how many awards an amount is known. */
import { slugPattern } from '../../../resource/identity';
import { Bars } from '../../pictures/bars';
import { dataVersion } from '../parts/data-version';
import { PictureForm, Select } from '../parts/fields';
import { Layout } from '../parts/layout';
import { AddressFaults, Figure } from '../parts/picture';
import { Queries } from '../parts/queries';
import { above, type Site } from '../site';
import type { PageAnswers, PageQuestion, SitePage } from '../site-page';
import {
  awardsIn,
  currenciesOf,
  knownIn,
  lineOfRecipient,
  linesOfPeriod,
  receivedIn,
  written,
  type Received,
} from './lines';
import { moneyQuery, type MoneyAnswer, type PaidPeriod } from './query';
import { AwardsTable, PeriodsTable, RecipientsTable } from './tables';
import { moneyWords } from './words';

const periodIn = (parameters: URLSearchParams): string | null => {
  const period = parameters.get('period') ?? '';
  return slugPattern.test(period) ? period : null;
};

function questions(parameters: URLSearchParams): PageQuestion[] {
  const period = periodIn(parameters);
  const of = period === null ? {} : { fundingPeriod: { slug: { eq: period } } };
  const known = { ...of, amount: { isNull: false } };
  return [{ name: 'money', query: moneyQuery, variables: { of, known } }, dataVersion];
}

interface PartOptions {
  site: Site;
  answers: PageAnswers;
  periods: readonly PaidPeriod[];
  received: readonly Received[];
}

const ByPeriod = ({ site, answers, periods, currency }: PartOptions & { currency: string }) => {
  const words = moneyWords[site.language];
  const title = `${words.title}: ${words.byPeriod} (${currency})`;
  return (
    <>
      <h2>{words.byPeriod}</h2>
      <Figure site={site} answers={answers} title={title}>
        <Bars
          id={`periods-${currency}`}
          title={title}
          description={words.about}
          lines={periods.flatMap((period) => linesOfPeriod(site, period, currency))}
          legend={[
            { filling: 'full', label: words.whole },
            { filling: 'striped', label: words.known },
          ]}
        />
      </Figure>
    </>
  );
};

const ByRecipient = ({ site, answers, received, currency }: PartOptions & { currency: string }) => {
  const words = moneyWords[site.language];
  const title = `${words.title}: ${words.byRecipient} (${currency})`;
  const own = received.filter(({ awards }) => awards.amount.sums.some((sum) => sum.currency === currency));
  return own.length === 0 ? null : (
    <>
      <h2>{words.byRecipient}</h2>
      <Figure site={site} answers={answers} title={title}>
        <Bars
          id={`recipients-${currency}`}
          title={title}
          description={words.about}
          lines={own.map((each) => lineOfRecipient(site, each, currency))}
          legend={[
            { filling: 'full', label: words.paid },
            { filling: 'striped', label: words.paidInPart },
          ]}
        />
      </Figure>
    </>
  );
};

function MoneyPage({ site, answers }: Pick<PartOptions, 'site' | 'answers'>) {
  const words = moneyWords[site.language];
  const data = answers.money?.data as MoneyAnswer | null;
  const all = data?.fundingPeriods?.nodes ?? [];
  const [received, awards] = [receivedIn(data?.recipients), data?.awards?.nodes ?? []];
  const together = awardsIn(data?.all);
  const chosen = periodIn(site.parameters);
  const periods = chosen === null ? all : all.filter(({ slug }) => slug === chosen);
  const options = all.map(({ slug, name }) => ({ value: slug, label: name }));
  const parts = { site, answers, periods, received };
  return (
    <Layout
      site={site}
      title={words.title}
      description={words.lead}
      canonical={`${site.publicUrl}${site.path}`}
      above={above(site, null)}
      islands={['save-picture']}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <AddressFaults site={site} answers={answers} faults={[]} />
      <PictureForm site={site} path="/money" label={words.title}>
        <Select
          name="period"
          label={words.period}
          value={chosen ?? ''}
          options={[{ value: '', label: words.all }, ...options]}
        />
      </PictureForm>
      {together.amount.known > 0 && (
        <p class="count">
          {words.together(
            together.amount.sums.map((sum) => written(site, sum)).join(' + '),
            knownIn(site, together),
          )}
        </p>
      )}
      {currenciesOf(periods, received).map((currency) => (
        <>
          <ByPeriod {...parts} currency={currency} />
          <ByRecipient {...parts} currency={currency} />
        </>
      ))}
      {awards.length === 0 && <p>{words.nobody}</p>}
      <PeriodsTable site={site} periods={periods} />
      <RecipientsTable site={site} received={received} />
      {awards.length > 0 && <AwardsTable site={site} awards={awards} />}
      <Queries site={site} answers={answers} tables={[]} />
    </Layout>
  );
}

export const moneyPage: SitePage = {
  path: '/money',
  names: { de: moneyWords.de.title, en: moneyWords.en.title },
  group: 'pictures',
  questions,
  html: (site, answers) => <MoneyPage site={site} answers={answers} />,
};
