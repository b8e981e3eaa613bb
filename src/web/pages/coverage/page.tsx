/** Coverage: what is needed, who has all of it, who lacks what, and whom to call. */
import { GermanState } from '../../../vocabulary/german-state';
import { Bars } from '../../pictures/bars';
import { dayIn } from '../picture-parameters';
import { choices } from '../choices/query';
import { dataVersion } from '../parts/data-version';
import { Layout } from '../parts/layout';
import { AddressFaults, Figure } from '../parts/picture';
import { Queries } from '../parts/queries';
import { Outside } from '../parts/texts';
import { above, hrefOf, type Site } from '../site';
import type { PageAnswers, PageQuestion, SitePage } from '../site-page';
import { writtenNumber } from '../values/days';
import { hasRequirements, parametersOfRequirements, requirementsIn, requiresOf, sitesOf } from './parameters';
import { CoverageForm } from './form';
import { needs } from './needs-query';
import { othersQuery, type OthersAnswer } from './others-query';
import { coverageQuery, mostSites, type CountedRequirement, type CoverageAnswer } from './query';
import { SitesTable } from './sites-table';
import { coverageWords } from './words';

function questions(parameters: URLSearchParams): PageQuestion[] {
  const required = requirementsIn(parameters);
  const variables = {
    requires: requiresOf(required),
    sites: sitesOf(required),
    day: dayIn(parameters).value,
  };
  return [
    ...(hasRequirements(required)
      ? [
          { name: 'coverage', query: coverageQuery, variables },
          { name: 'others', query: othersQuery, variables },
        ]
      : []),
    choices,
    needs,
    dataVersion,
  ];
}

interface PartOptions {
  site: Site;
  answers: PageAnswers;
}

const labelOf = ({ values }: CountedRequirement): string => values.map(({ label }) => label).join(' / ');

const Picture = ({
  site,
  answers,
  of,
  on,
}: PartOptions & { of: readonly CountedRequirement[]; on: string | null }) => {
  const words = coverageWords[site.language];
  const written = (number: number) => writtenNumber(number, site.language);
  const states = requirementsIn(site.parameters).states.map(
    (code) => GermanState.concepts[code][site.language],
  );
  const narrowed = states.length > 0 ? ` · ${words.among(states.join(', '))}` : '';
  const title = `${words.title}: ${of.map(labelOf).join(' + ')}${narrowed}`;
  return (
    <Figure site={site} answers={answers} title={title} on={on}>
      <Bars
        id="coverage"
        title={title}
        description={words.about(written(of.length))}
        legend={[
          { filling: 'full', label: words.met },
          { filling: 'crossed', label: words.notMet },
          { filling: 'empty', label: words.unknown },
        ]}
        lines={of.map((each) => ({
          name: labelOf(each),
          href: null,
          note: words.note(written(each.met), written(each.notMet), written(each.unknown)),
          parts: [
            { value: each.met, filling: 'full', says: `${words.met}: ${written(each.met)}` },
            { value: each.notMet, filling: 'crossed', says: `${words.notMet}: ${written(each.notMet)}` },
            { value: each.unknown, filling: 'empty', says: `${words.unknown}: ${written(each.unknown)}` },
          ],
        }))}
      />
    </Figure>
  );
};

/** What sources say of all sites at once proves nothing of one, but is a reason to ask. */
const General = ({ site, of }: { site: Site; of: readonly CountedRequirement[] }) => {
  const statements = of.flatMap((each) => each.statements.filter(({ quotation }) => quotation !== null));
  return statements.length === 0 ? null : (
    <details>
      <summary>{coverageWords[site.language].general}</summary>
      {statements.map(({ quotation, citedFrom }) => (
        <blockquote>
          <p>{quotation}</p>
          <p>
            {citedFrom.url === null ? (
              citedFrom.title
            ) : (
              <Outside href={citedFrom.url}>{citedFrom.title}</Outside>
            )}
          </p>
        </blockquote>
      ))}
    </details>
  );
};

const Answer = ({ site, answers, on }: PartOptions & { on: string | null }) => {
  const words = coverageWords[site.language];
  const coverage = (answers.coverage?.data as CoverageAnswer | null)?.coverage;
  const others = (answers.others?.data as OthersAnswer | null)?.coverage;
  if (!coverage) return null;
  const written = (number: number) => writtenNumber(number, site.language);
  const { fullCount, partialCount, openCount, noneCount, requirements } = coverage;
  const address: [string, string][] = [
    ...parametersOfRequirements(requirementsIn(site.parameters)),
    ...(on === null ? [] : [['on', on] as [string, string]]),
  ];
  return (
    <>
      <Picture site={site} answers={answers} of={requirements} on={on} />
      <p>
        <a href={hrefOf(site, '/map', address)}>{words.onMap}</a>
      </p>
      <General site={site} of={requirements} />
      <SitesTable site={site} id="full" title={words.full(written(fullCount))} covered={coverage.full} />
      <SitesTable
        site={site}
        id="partial"
        title={words.partial(written(partialCount))}
        covered={others?.partial ?? []}
      />
      <SitesTable site={site} id="open" title={words.open(written(openCount))} covered={others?.open ?? []} />
      {noneCount > 0 && <p>{words.none(written(noneCount))}</p>}
      {Math.max(fullCount, partialCount, openCount) > mostSites && <p>{words.first}</p>}
    </>
  );
};

function CoveragePage({ site, answers }: PartOptions) {
  const words = coverageWords[site.language];
  const { value: on, fault } = dayIn(site.parameters);
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
      <AddressFaults site={site} answers={answers} faults={fault ? [fault] : []} />
      <CoverageForm site={site} answers={answers} day={on} />
      {answers.coverage === undefined ? (
        <p>{words.choose}</p>
      ) : (
        <Answer site={site} answers={answers} on={on} />
      )}
      <Queries site={site} answers={answers} tables={[]} />
    </Layout>
  );
}

export const coveragePage: SitePage = {
  path: '/coverage',
  names: { de: coverageWords.de.title, en: coverageWords.en.title },
  group: 'pictures',
  questions,
  html: (site, answers) => <CoveragePage site={site} answers={answers} />,
};
