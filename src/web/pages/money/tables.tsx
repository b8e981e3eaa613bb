/** The tables of the page on money: by period, by recipient, and each award with a stated amount. */
import { pathOfLink } from '../parts/links';
import { pictureWords } from '../parts/picture-words';
import { Table } from '../parts/table';
import { Mention } from '../parts/texts';
import { hrefOf, type Site } from '../site';
import { writtenNumber } from '../values/days';
import { awardsIn, knownIn, written, type Received } from './lines';
import type { Amount, PaidAward, PaidPeriod } from './query';
import { moneyWords } from './words';

const sumsIn = (site: Site, sums: readonly Amount[]): string =>
  sums.map((sum) => written(site, sum)).join(' + ');

export const PeriodsTable = ({ site, periods }: { site: Site; periods: readonly PaidPeriod[] }) => {
  const words = moneyWords[site.language];
  return (
    <Table
      id="table"
      title={`${pictureWords[site.language].asTable}: ${words.byPeriod}`}
      head={[words.period, words.amount, words.sum, words.awards]}
      rows={periods.map((period) => {
        const awards = awardsIn(period.awards);
        return [
          <Mention site={site} of={period} />,
          period.amount ? written(site, period.amount) : words.unknown,
          sumsIn(site, awards.amount.sums),
          knownIn(site, awards),
        ];
      })}
    />
  );
};

/** Whom no source names an amount for stands in a list, which is opened. */
export const RecipientsTable = ({ site, received }: { site: Site; received: readonly Received[] }) => {
  const words = moneyWords[site.language];
  const known = received.filter(({ awards }) => awards.amount.known > 0);
  const others = received.filter(({ awards }) => awards.amount.known === 0);
  return (
    <>
      <Table
        id="recipients"
        title={`${pictureWords[site.language].asTable}: ${words.byRecipient}`}
        head={[words.recipient, words.sum, words.awards]}
        rows={known.map(({ recipient, awards }) => [
          <Mention site={site} of={recipient} />,
          sumsIn(site, awards.amount.sums),
          knownIn(site, awards),
        ])}
      />
      {others.length > 0 && (
        <details>
          <summary>{words.others(writtenNumber(others.length, site.language))}</summary>
          <ul class="columns">
            {others.map(({ recipient }) => (
              <li>
                <Mention site={site} of={recipient} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

export const AwardsTable = ({ site, awards }: { site: Site; awards: readonly PaidAward[] }) => {
  const words = moneyWords[site.language];
  return (
    <Table
      id="awards"
      title={words.each}
      head={[words.recipient, words.amount, words.period, words.grant]}
      rows={awards.map(({ id, recipient, amount, fundingPeriod, grantNumber }) => [
        <Mention site={site} of={recipient} />,
        <a href={hrefOf(site, pathOfLink(id))}>{written(site, amount)}</a>,
        <Mention site={site} of={fundingPeriod} />,
        grantNumber,
      ])}
    />
  );
};
