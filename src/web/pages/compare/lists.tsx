/** The lists of two records: as bars and as a table. */
import { labelOfField } from '../../../resource/labels';
import { Bars } from '../../pictures/bars';
import type { Mentioned } from '../answered';
import { Figure } from '../parts/picture';
import { pictureWords } from '../parts/picture-words';
import { Table } from '../parts/table';
import { Mention } from '../parts/texts';
import type { Site } from '../site';
import type { PageAnswers } from '../site-page';
import { writtenNumber } from '../values/days';
import { comparisonParameters } from './parameters';
import type { ComparedRecord, Comparison } from './compared';
import { compareWords } from './words';

export interface PairOptions {
  site: Site;
  answers: PageAnswers;
  a: ComparedRecord;
  b: ComparedRecord;
  comparisons: readonly Comparison[];
}

const nameOf = (site: Site, { field }: Comparison): string => labelOfField({ name: field })[site.language];

export const Picture = ({ site, answers, a, b, comparisons }: PairOptions) => {
  const words = compareWords[site.language];
  const title = `${a.name} – ${b.name}`;
  const number = (value: number) => writtenNumber(value, site.language);
  return (
    <Figure site={site} answers={answers} title={title} on={comparisonParameters(site.parameters).day}>
      <Bars
        id="compare"
        title={title}
        description={words.about}
        legend={[
          { filling: 'dotted', label: words.only(a.name) },
          { filling: 'full', label: words.both },
          { filling: 'striped', label: words.only(b.name) },
        ]}
        lines={comparisons.map((each) => ({
          name: nameOf(site, each),
          href: null,
          note: words.note(number(each.onlyA.length), number(each.both.length), number(each.onlyB.length)),
          parts: [
            {
              value: each.onlyA.length,
              filling: 'dotted',
              says: `${words.only(a.name)}: ${number(each.onlyA.length)}`,
            },
            { value: each.both.length, filling: 'full', says: `${words.both}: ${number(each.both.length)}` },
            {
              value: each.onlyB.length,
              filling: 'striped',
              says: `${words.only(b.name)}: ${number(each.onlyB.length)}`,
            },
          ],
        }))}
      />
    </Figure>
  );
};

const Mentions = ({ site, of }: { site: Site; of: readonly Mentioned[] }) =>
  of.length === 0 ? (
    <span class="unknown">{compareWords[site.language].nothing}</span>
  ) : (
    <ul class="verdicts">
      {of.map((each) => (
        <li>
          <Mention site={site} of={each} />
        </li>
      ))}
    </ul>
  );

/** What is in only one list, and whether the other list is known to lack it. */
const Only = ({ site, of, other }: { site: Site; of: readonly Mentioned[]; other: string | null }) => (
  <>
    <Mentions site={site} of={of} />
    {other !== null && of.length > 0 && <p class="key">{compareWords[site.language].complete(other)}</p>}
  </>
);

export const Lists = ({ site, a, b, comparisons }: Omit<PairOptions, 'answers'>) => {
  const words = compareWords[site.language];
  return (
    <Table
      id="table"
      title={pictureWords[site.language].asTable}
      head={[words.list, words.only(a.name), words.both, words.only(b.name)]}
      rows={comparisons.map((each) => [
        nameOf(site, each),
        <Only site={site} of={each.onlyA} other={each.isCompleteB ? b.name : null} />,
        <Mentions site={site} of={each.both} />,
        <Only site={site} of={each.onlyB} other={each.isCompleteA ? a.name : null} />,
      ])}
    />
  );
};
