/** The bars of the page on money: what a period paid and who received it, with what is known of the awards. */
import type { BarLine } from '../../pictures/bars';
import { shortNameOf } from '../choices/query';
import { hrefOfIri, type Site } from '../site';
import { writtenAmount, writtenNumber } from '../values/days';
import type { Amount, Awards, MoneyAnswer, PaidPeriod, Recipient } from './query';
import { moneyWords } from './words';

/** An amount, and how exact it is where it is not. */
export function written(site: Site, { amount, currency, qualifier, qualifierLabel }: Amount): string {
  const says = qualifier === 'EXACT' || qualifierLabel === null ? '' : ` (${qualifierLabel})`;
  return writtenAmount(amount, currency, site.language) + says;
}

const nothing: Awards = { count: 0, amount: { sums: [], known: 0 } };

/** The only group of a list that is not divided. */
export const awardsIn = (of: MoneyAnswer['all'] | undefined): Awards => of?.aggregate.groups[0] ?? nothing;

/** Of how many awards an amount is known. */
export function knownIn(site: Site, { count, amount: { known } }: Awards): string {
  const number = (value: number) => writtenNumber(value, site.language);
  return moneyWords[site.language].ofAwards(number(known), number(count));
}

/** Two bars for a period: its own amount, and the sum of its awards, which need not agree. */
export function linesOfPeriod(site: Site, period: PaidPeriod, currency: string): BarLine[] {
  const words = moneyWords[site.language];
  const awards = awardsIn(period.awards);
  const sums = awards.amount.sums.filter((sum) => sum.currency === currency);
  const own = period.amount?.currency === currency ? period.amount : null;
  return [
    {
      name: period.name,
      href: hrefOfIri(site, period.iri),
      parts: own ? [{ value: Number(own.amount), filling: 'full', says: written(site, own) }] : [],
      note: own ? written(site, own) : words.unknown,
    },
    {
      name: words.awards,
      href: null,
      parts: sums.map((sum) => ({
        value: Number(sum.amount),
        filling: 'striped',
        says: `${written(site, sum)}: ${knownIn(site, awards)}`,
      })),
      note: [...sums.map((sum) => written(site, sum)), knownIn(site, awards)].join(' · '),
    },
  ];
}

/** Who received awards, with what these amount to together. */
export interface Received {
  readonly recipient: Recipient;
  readonly awards: Awards;
}

/** Those of whom an amount is known come first, the largest before the others. */
export const receivedIn = (of: MoneyAnswer['recipients'] | undefined): Received[] =>
  (of?.aggregate.groups ?? [])
    .flatMap(({ keys: [key], ...awards }) => (key?.record ? [{ recipient: key.record, awards }] : []))
    .sort(
      (one, other) => largest(other) - largest(one) || (one.recipient.name < other.recipient.name ? -1 : 1),
    );

const largest = ({ awards }: Received): number =>
  Math.max(-1, ...awards.amount.sums.map(({ amount }) => Number(amount)));

export const lineOfRecipient = (site: Site, { recipient, awards }: Received, currency: string): BarLine => {
  const sums = awards.amount.sums.filter((sum) => sum.currency === currency);
  const amounts = sums.map((sum) => written(site, sum));
  return {
    name: shortNameOf(recipient),
    href: hrefOfIri(site, recipient.iri),
    parts: sums.map((sum) => ({
      value: Number(sum.amount),
      filling: awards.amount.known < awards.count ? 'striped' : 'full',
      says: written(site, sum),
    })),
    note: [...amounts, ...(awards.count > 1 ? [knownIn(site, awards)] : [])].join(' · '),
  };
};

/** The currencies that occur: amounts of two are never drawn on one scale. */
export const currenciesOf = (periods: readonly PaidPeriod[], received: readonly Received[]): string[] => [
  ...new Set([
    ...periods.flatMap(({ amount }) => (amount ? [amount.currency] : [])),
    ...[...periods.map(({ awards }) => awardsIn(awards)), ...received.map(({ awards }) => awards)].flatMap(
      ({ amount }) => amount.sums.map(({ currency }) => currency),
    ),
  ]),
];
