/** The bars of the page on money: what a period paid and who received it, with what is known of the awards. */
import type { BarLine } from '../../pictures/bars';
import { shortNameOf } from '../choices/query';
import { hrefOfIri, type Site } from '../site';
import { writtenAmount, writtenNumber } from '../values/days';
import type { Added, Amount, MoneyAnswer, PaidPeriod, Recipient } from './query';
import { moneyWords } from './words';

/** An amount, and how exact it is where it is not. */
export function written(site: Site, { amount, currency, qualifier, qualifierLabel }: Amount): string {
  const says = qualifier === 'EXACT' || qualifierLabel === null ? '' : ` (${qualifierLabel})`;
  return writtenAmount(amount, currency, site.language) + says;
}

const nothing: Added = { sums: [], known: 0, missing: 0 };

/** The only group of a list that is not divided. */
export const addedIn = (of: MoneyAnswer['all'] | undefined): Added =>
  of?.aggregate.groups[0]?.amount ?? nothing;

/** Of how many awards an amount is known. */
export function knownIn(site: Site, { known, missing }: Added): string {
  const number = (value: number) => writtenNumber(value, site.language);
  return moneyWords[site.language].ofAwards(number(known), number(known + missing));
}

/** Two bars for a period: its own amount, and the sum of its awards, which need not agree. */
export function linesOfPeriod(site: Site, period: PaidPeriod, currency: string): BarLine[] {
  const words = moneyWords[site.language];
  const added = addedIn(period.awards);
  const sums = added.sums.filter((sum) => sum.currency === currency);
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
        says: `${written(site, sum)}: ${knownIn(site, added)}`,
      })),
      note: [...sums.map((sum) => written(site, sum)), knownIn(site, added)].join(' · '),
    },
  ];
}

/** Who received awards, with what these amount to together. */
export interface Received {
  readonly recipient: Recipient;
  readonly added: Added;
}

/** Those of whom an amount is known come first, the largest before the others. */
export const receivedIn = (of: MoneyAnswer['recipients'] | undefined): Received[] =>
  (of?.aggregate.groups ?? [])
    .flatMap(({ keys: [key], amount }) => (key?.record ? [{ recipient: key.record, added: amount }] : []))
    .sort(
      (one, other) => largest(other) - largest(one) || (one.recipient.name < other.recipient.name ? -1 : 1),
    );

const largest = ({ added }: Received): number =>
  Math.max(-1, ...added.sums.map(({ amount }) => Number(amount)));

export const lineOfRecipient = (site: Site, { recipient, added }: Received, currency: string): BarLine => {
  const sums = added.sums.filter((sum) => sum.currency === currency);
  const amounts = sums.map((sum) => written(site, sum));
  return {
    name: shortNameOf(recipient),
    href: hrefOfIri(site, recipient.iri),
    parts: sums.map((sum) => ({
      value: Number(sum.amount),
      filling: added.missing > 0 ? 'striped' : 'full',
      says: written(site, sum),
    })),
    note: [...amounts, ...(added.known + added.missing > 1 ? [knownIn(site, added)] : [])].join(' · '),
  };
};

/** The currencies that occur: amounts of two are never drawn on one scale. */
export const currenciesOf = (periods: readonly PaidPeriod[], received: readonly Received[]): string[] => [
  ...new Set([
    ...periods.flatMap(({ amount }) => (amount ? [amount.currency] : [])),
    ...[...periods.map(({ awards }) => addedIn(awards)), ...received.map(({ added }) => added)].flatMap(
      ({ sums }) => sums.map(({ currency }) => currency),
    ),
  ]),
];
