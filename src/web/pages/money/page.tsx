/** Money: by funding period and by recipient, with of how many awards an amount is known. */
import { slugPattern } from '../../../resource/identity';
import { Bars } from '../../pictures/bars';
import { dataVersion } from '../parts/data-version';
import { PictureForm, Select } from '../parts/fields';
import { Layout } from '../parts/layout';
import { pathOfLink } from '../parts/links';
import { AddressFaults, Figure } from '../parts/picture';
import { pictureWords } from '../parts/picture-words';
import { Queries } from '../parts/queries';
import { Table } from '../parts/table';
import { Mention } from '../parts/texts';
import { above, hrefOf, type Site } from '../site';
import type { PageAnswers, PageQuestion, SitePage } from '../site-page';
import { writtenNumber } from '../values/days';
import { currenciesOf, knownOf, lineOfAward, linesOfPeriod, written } from './lines';
import { moneyQuery, type MoneyAnswer, type PaidAward, type PaidPeriod } from './query';
import { moneyWords } from './words';

const periodIn = (parameters: URLSearchParams): string | null => {
  const period = parameters.get('period') ?? '';
  return slugPattern.test(period) ? period : null;
};

function questions(parameters: URLSearchParams): PageQuestion[] {
  const period = periodIn(parameters);
  const isKnown = { amount: { isNull: false } };
  const awards = period === null ? isKnown : { ...isKnown, fundingPeriod: { slug: { eq: period } } };
  return [{ name: 'money', query: moneyQuery, variables: { awards } }, dataVersion];
}

interface PartOptions {
  site: Site;
  answers: PageAnswers;
  periods: readonly PaidPeriod[];
  awards: readonly PaidAward[];
}

const ByPeriod = ({ site, answers, periods, currency }: PartOptions & { currency: string }) => {
  const words = moneyWords[site.language];
  const title = `${words.title}: ${words.byPeriod} (${currency})`;
  return (
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
  );
};

const ByRecipient = ({ site, answers, awards, currency }: PartOptions & { currency: string }) => {
  const words = moneyWords[site.language];
  const title = `${words.title}: ${words.byRecipient} (${currency})`;
  const own = awards.filter(({ amount }) => amount.currency === currency);
  return own.length === 0 ? null : (
    <Figure site={site} answers={answers} title={title}>
      <Bars
        id={`recipients-${currency}`}
        title={title}
        description={words.about}
        lines={own.map((award) => lineOfAward(site, award))}
        legend={[{ filling: 'full', label: words.paid }]}
      />
    </Figure>
  );
};

const Tables = ({ site, periods, awards }: Omit<PartOptions, 'answers'>) => {
  const words = moneyWords[site.language];
  const number = (value: number) => writtenNumber(value, site.language);
  return (
    <>
      <Table
        id="table"
        title={`${pictureWords[site.language].asTable}: ${words.byPeriod}`}
        head={[words.period, words.amount, words.awards]}
        rows={periods.map((period) => {
          const { known, all } = knownOf(period);
          return [
            <Mention site={site} of={period} />,
            period.amount ? written(site, period.amount) : words.unknown,
            words.ofAwards(number(known), number(all)),
          ];
        })}
      />
      <Table
        id="recipients"
        title={`${pictureWords[site.language].asTable}: ${words.byRecipient}`}
        head={[words.recipient, words.amount, words.period, words.grant]}
        rows={awards.map(({ id, recipient, amount, fundingPeriod, grantNumber }) => [
          <Mention site={site} of={recipient} />,
          <a href={hrefOf(site, pathOfLink(id))}>{written(site, amount)}</a>,
          <Mention site={site} of={fundingPeriod} />,
          grantNumber,
        ])}
      />
    </>
  );
};

function MoneyPage({ site, answers }: Pick<PartOptions, 'site' | 'answers'>) {
  const words = moneyWords[site.language];
  const data = answers.money?.data as MoneyAnswer | null;
  const [all, awards] = [data?.fundingPeriods?.nodes ?? [], data?.awards?.nodes ?? []];
  const chosen = periodIn(site.parameters);
  const periods = chosen === null ? all : all.filter(({ slug }) => slug === chosen);
  const options = all.map(({ slug, name }) => ({ value: slug, label: name }));
  const parts = { site, answers, periods, awards };
  return (
    <Layout
      site={site}
      title={`${words.title} – NUM data-space gateway`}
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
      {currenciesOf(periods, awards).map((currency) => (
        <>
          <ByPeriod {...parts} currency={currency} />
          <ByRecipient {...parts} currency={currency} />
        </>
      ))}
      {awards.length === 0 && <p>{words.nobody}</p>}
      <Tables site={site} periods={periods} awards={awards} />
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
