/** Compares two sites or two infrastructures: what both have, and what sources name for only one. */
import type { Label } from '../../../vocabulary/label';
import { choices, choicesIn } from '../choices/query';
import { recordGroups } from '../network/form';
import { dataVersion } from '../parts/data-version';
import { DayField, PictureForm, Select } from '../parts/fields';
import { Layout } from '../parts/layout';
import { AddressFaults } from '../parts/picture';
import { Queries } from '../parts/queries';
import { Mention } from '../parts/texts';
import { above, hrefOf, type Site } from '../site';
import type { PageAnswers, PageQuestion, SitePage } from '../site-page';
import { comparisonParameters } from './parameters';
import { comparisonsOf, type CompareAnswer } from './compared';
import { Lists, Picture, type PairOptions } from './lists';
import { compareWords } from './words';

function questions(parameters: URLSearchParams): PageQuestion[] {
  const { a, b, day, query } = comparisonParameters(parameters);
  const pair: PageQuestion[] =
    query === undefined ? [] : [{ name: 'pair', query, variables: { a: { slug: a }, b: { slug: b }, day } }];
  return [...pair, choices, dataVersion];
}

const Pair = (options: Omit<PairOptions, 'comparisons'>) => {
  const { site, a, b } = options;
  const words = compareWords[site.language];
  const comparisons = comparisonsOf(a, b);
  const { a: of, b: to } = comparisonParameters(site.parameters);
  return (
    <>
      <h2>
        <Mention site={site} of={a} /> – <Mention site={site} of={b} />
      </h2>
      <Picture {...options} comparisons={comparisons} />
      <p>{words.hint}</p>
      <p>
        <a
          href={hrefOf(site, '/network', [
            ['of', of ?? ''],
            ['to', to ?? ''],
          ])}
        >
          {words.between}
        </a>
      </p>
      <Lists site={site} a={a} b={b} comparisons={comparisons} />
    </>
  );
};

const Form = ({ site, answers }: { site: Site; answers: PageAnswers }) => {
  const words = compareWords[site.language];
  const { a, b, day } = comparisonParameters(site.parameters);
  const groups = recordGroups(site, { ...choicesIn(answers), projects: [], periods: [] });
  const none = [{ value: '', label: '–' }];
  return (
    <PictureForm site={site} path="/compare" label={words.title}>
      <Select name="a" label={words.first} value={a ?? ''} options={none} groups={groups} />
      <Select name="b" label={words.second} value={b ?? ''} options={none} groups={groups} />
      <DayField site={site} value={day} />
    </PictureForm>
  );
};

/** What the address names and does not exist. */
const missingOf = (references: readonly (string | null)[]): Label[] =>
  references
    .filter((reference) => reference !== null)
    .map((reference) => ({ de: compareWords.de.missing(reference), en: compareWords.en.missing(reference) }));

function ComparePage({ site, answers }: { site: Site; answers: PageAnswers }) {
  const words = compareWords[site.language];
  const { a: first, b: second, faults } = comparisonParameters(site.parameters);
  const { a, b } = (answers.pair?.data ?? { a: null, b: null }) as unknown as CompareAnswer;
  const missing = answers.pair ? missingOf([a ? null : first, b ? null : second]) : [];
  return (
    <Layout
      site={site}
      title={a && b ? `${a.name} – ${b.name}` : words.title}
      description={words.lead}
      canonical={`${site.publicUrl}${site.path}`}
      above={above(site, null)}
      islands={['save-picture']}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <AddressFaults site={site} answers={answers} faults={[...faults, ...missing]} />
      <Form site={site} answers={answers} />
      {a && b ? <Pair site={site} answers={answers} a={a} b={b} /> : <p>{words.choose}</p>}
      <Queries site={site} answers={answers} tables={[]} />
    </Layout>
  );
}

export const comparePage: SitePage = {
  path: '/compare',
  names: { de: compareWords.de.title, en: compareWords.en.title },
  group: 'pictures',
  questions,
  html: (site, answers) => <ComparePage site={site} answers={answers} />,
};
