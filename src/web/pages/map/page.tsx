/** The map: the sites of the network, marked by what is asked of them. */
import { SiteMap } from '../../pictures/site-map';
import { above, hrefOf, hrefOfIri, type Site } from '../site';
import type { PageAnswers, SitePage } from '../site-page';
import { choicesIn, shortNameOf } from '../choices/query';
import { parametersOfRequirements, requirementsIn, hasRequirements } from '../coverage/parameters';
import { DayField, PictureForm, Select } from '../parts/fields';
import { Layout } from '../parts/layout';
import { AddressFaults, Figure } from '../parts/picture';
import { pictureWords } from '../parts/picture-words';
import { Queries } from '../parts/queries';
import { Table } from '../parts/table';
import { Mention } from '../parts/texts';
import { shortNames } from '../sites';
import { writtenNumber } from '../values/days';
import { mapParameters, counts, type Showing } from './parameters';
import { countMark, coverageMark, legendOf, roleMark } from './marks';
import type { MapAnswer, PlacedSite } from './query';
import type { RolesAnswer } from './roles-query';
import type { VerdictsAnswer } from './verdicts-query';
import { questions } from './questions';
import { mapWords } from './words';

function telling(site: Site, showing: Showing, answers: PageAnswers) {
  const verdicts = (answers.verdicts?.data as VerdictsAnswer | undefined)?.coverage ?? null;
  const roles = (answers.roles?.data as RolesAnswer | undefined)?.infrastructure;
  if (showing.kind === 'count') return countMark(site, showing.of);
  if (showing.kind === 'coverage') return coverageMark(site, verdicts);
  return roleMark(site, roles?.participations.nodes ?? [], verdicts);
}

/** What the picture shows, in words. */
function titleOf(site: Site, showing: Showing, answers: PageAnswers): string {
  const words = mapWords[site.language];
  if (showing.kind === 'count') return words.of[showing.of];
  if (showing.kind === 'coverage') return words.coverage;
  const roles = (answers.roles?.data as RolesAnswer | undefined)?.infrastructure;
  return `${words.roles}: ${roles ? shortNameOf(roles) : showing.infrastructure}`;
}

const Form = ({ site, answers, showing, day }: PartOptions & { day: string | null }) => {
  const words = mapWords[site.language];
  const required = requirementsIn(site.parameters);
  const { infrastructures } = choicesIn(answers);
  return (
    <PictureForm site={site} path="/map" label={words.title} kept={parametersOfRequirements(required)}>
      <Select
        name="show"
        label={pictureWords[site.language].show}
        value={parameterOf(showing)}
        options={hasRequirements(required) ? [{ value: 'coverage', label: words.coverage }] : []}
        groups={[
          { name: words.counts, options: counts.map((each) => ({ value: each, label: words.of[each] })) },
          {
            name: words.roles,
            options: infrastructures.map((each) => ({
              value: `infrastructures/${each.slug}`,
              label: shortNameOf(each),
            })),
          },
        ]}
      />
      <DayField site={site} value={day} />
    </PictureForm>
  );
};

/** As the address names it. */
const parameterOf = (showing: Showing): string => {
  if (showing.kind === 'count') return showing.of;
  return showing.kind === 'role' ? `infrastructures/${showing.infrastructure}` : 'coverage';
};

interface PartOptions {
  site: Site;
  answers: PageAnswers;
  showing: Showing;
}

/** What a list of roles says of itself. */
const Listed = ({ site, answers, showing }: PartOptions) => {
  const words = mapWords[site.language];
  if (showing.kind === 'coverage')
    return (
      <p>
        <a href={hrefOf(site, '/coverage', site.parameters)}>{words.change}</a>
      </p>
    );
  const roles = (answers.roles?.data as RolesAnswer | undefined)?.infrastructure;
  if (showing.kind !== 'role') return null;
  if (!roles) return null;
  const { institutionCount, completeness } = roles.participations;
  const written = (number: number) => writtenNumber(number, site.language);
  const stated = completeness.statedCount === null ? null : written(completeness.statedCount);
  return (
    <p>
      <a href={hrefOfIri(site, roles.iri)}>{roles.name}</a>. {words.listed(written(institutionCount), stated)}
    </p>
  );
};

const withoutPlace = (sites: readonly PlacedSite[]): string =>
  sites
    .filter(({ location }) => location === null)
    .map(({ name }) => name)
    .join(', ');

/** An infrastructure that the address names and that does not exist. */
const missingFault = { de: mapWords.de.missing, en: mapWords.en.missing };

function MapPage({ site, answers }: { site: Site; answers: PageAnswers }) {
  const [words, common] = [mapWords[site.language], pictureWords[site.language]];
  const { day, showing, faults } = mapParameters(site.parameters);
  const sites = (answers.sites?.data as MapAnswer | null)?.institutions.nodes ?? [];
  const names = shortNames(sites);
  const tell = telling(site, showing, answers);
  const marks = sites.map((each) => ({ of: each, ...tell(each) }));
  const title = titleOf(site, showing, answers);
  const unplaced = withoutPlace(sites);
  const isMissing = answers.roles?.data?.infrastructure === null;
  return (
    <Layout
      site={site}
      title={`${title} – ${words.title}`}
      description={words.lead}
      canonical={`${site.publicUrl}${site.path}`}
      above={above(site, null)}
      islands={['save-picture']}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <AddressFaults site={site} answers={answers} faults={isMissing ? [...faults, missingFault] : faults} />
      <Form site={site} answers={answers} showing={showing} day={day} />
      <Listed site={site} answers={answers} showing={showing} />
      <Figure site={site} answers={answers} title={title} on={day}>
        <SiteMap
          id="map"
          title={title}
          description={words.about(writtenNumber(sites.length, site.language))}
          legend={legendOf(site, marks)}
          sites={marks.flatMap(({ of, meaning: _, ...mark }) =>
            of.location === null
              ? []
              : [
                  {
                    ...mark,
                    name: names.get(of.slug) ?? of.name,
                    href: hrefOfIri(site, of.iri),
                    place: of.location,
                  },
                ],
          )}
        />
      </Figure>
      <p>
        {words.outline} {unplaced !== '' && words.unplaced(unplaced)}
      </p>
      <Table
        id="table"
        title={common.asTable}
        head={[common.site, common.state, words.says, words.location]}
        rows={marks.map(({ of, says }) => [
          <Mention site={site} of={{ ...of, __typename: 'Institution' }} />,
          of.stateLabel,
          says,
          of.location?.precisionLabel,
        ])}
      />
      <Queries site={site} answers={answers} tables={['sites']} />
    </Layout>
  );
}

export const mapPage: SitePage = {
  path: '/map',
  names: { de: mapWords.de.title, en: mapWords.en.title },
  group: 'pictures',
  questions,
  html: (site, answers) => <MapPage site={site} answers={answers} />,
};
