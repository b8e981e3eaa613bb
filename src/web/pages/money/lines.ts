/** The bars of the page on money: what a period paid, and what is known of its awards. */
import type { BarLine } from '../../pictures/bars';
import { shortNameOf } from '../choices/query';
import { hrefOf, hrefOfIri, type Site } from '../site';
import { pathOfLink } from '../parts/links';
import { writtenAmount, writtenNumber } from '../values/days';
import type { Amount, PaidAward, PaidPeriod } from './query';
import { moneyWords } from './words';

export const written = (site: Site, { amount, currency, qualifierLabel }: Amount): string =>
  writtenAmount(amount, currency, site.language) + (qualifierLabel === null ? '' : ` (${qualifierLabel})`);

/** How many awards of a period have a known amount. */
export function knownOf({ awards }: PaidPeriod): { known: number; all: number } {
  const known = awards.aggregate.groups.reduce((sum, { amount }) => sum + amount.known, 0);
  return { known, all: awards.totalCount };
}

/** Two bars for a period: its own amount, and the sum of its awards, which need not agree. */
export function linesOfPeriod(site: Site, period: PaidPeriod, currency: string): BarLine[] {
  const words = moneyWords[site.language];
  const number = (value: number) => writtenNumber(value, site.language);
  const { known, all } = knownOf(period);
  const sums = period.awards.aggregate.groups
    .flatMap(({ amount }) => amount.sums)
    .filter((sum) => sum.currency === currency);
  const href = hrefOfIri(site, period.iri);
  const own = period.amount?.currency === currency ? period.amount : null;
  const ofAwards = words.ofAwards(number(known), number(all));
  return [
    {
      name: period.name,
      href,
      parts: own ? [{ value: Number(own.amount), filling: 'full', says: written(site, own) }] : [],
      note: own ? written(site, own) : words.unknown,
    },
    {
      name: words.awards,
      href: null,
      parts: sums.map(({ amount }) => ({
        value: Number(amount),
        filling: 'striped',
        says: `${writtenAmount(amount, currency, site.language)}: ${ofAwards}`,
      })),
      note: [...sums.map(({ amount }) => writtenAmount(amount, currency, site.language)), ofAwards].join(
        ' · ',
      ),
    },
  ];
}

export const lineOfAward = (site: Site, { id, recipient, amount, fundingPeriod }: PaidAward): BarLine => ({
  name: shortNameOf(recipient),
  href: hrefOf(site, pathOfLink(id)),
  parts: [{ value: Number(amount.amount), filling: 'full', says: written(site, amount) }],
  note: `${written(site, amount)} · ${fundingPeriod.name}`,
});

/** The currencies that occur: amounts of two are never drawn on one scale. */
export const currenciesOf = (periods: readonly PaidPeriod[], awards: readonly PaidAward[]): string[] => [
  ...new Set([
    ...periods.flatMap(({ amount }) => (amount ? [amount.currency] : [])),
    ...awards.map(({ amount }) => amount.currency),
  ]),
];
