/** The ways into the catalogue: by site, infrastructure, data, project, funding and goal. */
import type { ComponentChildren } from 'preact';
import { otherLanguage } from '../parts/texts';
import { hrefOf, hrefOfIri, namesIn, wordsOf, type Site } from '../site';
import { Day } from '../values/day';
import { writtenNumber } from '../values/days';
import type { Bucket, FrontPageAnswer, Period } from './answer';
import { homeWords } from './words';

interface WayOptions {
  site: Site;
  id: string;
  title: string;
  href: string;
  children: ComponentChildren;
}

const Way = ({ id, title, href, children }: WayOptions) => (
  <article aria-labelledby={id}>
    <h3 id={id}>
      <a href={href}>{title}</a>
    </h3>
    {children}
  </article>
);

interface CountsOptions {
  site: Site;
  label: string;
  /** The list that is narrowed, with what it is narrowed to already. */
  path: string;
  narrowed?: readonly [string, string][];
  field: string;
  buckets: readonly Bucket[];
}

/** The values of a field, each with the number of records and the way to their list. */
const Counts = ({ site, label, path, narrowed = [], field, buckets }: CountsOptions) => (
  <>
    <p class="by">{label}</p>
    <ul class="chips">
      {buckets.map(({ value, label: name, count }) => (
        <li>
          <a href={hrefOf(site, path, [...narrowed, [field, value]])}>
            {name} <span>{writtenNumber(count, site.language)}</span>
          </a>
        </li>
      ))}
    </ul>
  </>
);

const When = ({ site, of }: { site: Site; of: Period }) => {
  if (of.startsOn === null && of.endsOn === null) return <>{wordsOf(site).unknown}</>;
  return (
    <>
      {of.startsOn !== null && <Day site={site} day={of.startsOn} precision={of.startsOnPrecision} />} –{' '}
      {of.endsOn !== null && <Day site={site} day={of.endsOn} precision={of.endsOnPrecision} />}
    </>
  );
};

const sitesOnly: [string, string] = ['kind', 'UNIVERSITY_MEDICAL_CENTRE'];

export function Ways({ site, answer }: { site: Site; answer: FrontPageAnswer }) {
  const words = homeWords[site.language];
  const many = (type: string): string => {
    const description = site.registry.ofType(type);
    return description ? namesIn(site, description).many : type;
  };
  const bucketsOf = ({ facets }: FrontPageAnswer['datasets'], by?: string) =>
    facets.find((facet) => by === undefined || facet.by === by)?.buckets ?? [];
  const { sites, infrastructures, datasets, projects, fundingPeriods, strategicGoals } = answer;
  return (
    <div class="ways">
      <Way site={site} id="way-sites" title={words.sites} href={hrefOf(site, '/institutions', [sitesOnly])}>
        <Counts
          site={site}
          label={words.byState}
          path="/institutions"
          narrowed={[sitesOnly]}
          field="state"
          buckets={bucketsOf(sites)}
        />
      </Way>
      <Way
        site={site}
        id="way-infrastructures"
        title={many('Infrastructure')}
        href={hrefOf(site, '/infrastructures')}
      >
        <ul class="chips">
          {infrastructures.nodes.map(({ iri, acronym, name, names }) => (
            <li>
              <a href={hrefOfIri(site, iri)} lang={acronym === null ? otherLanguage(site, names) : undefined}>
                {acronym ?? name}
              </a>
            </li>
          ))}
        </ul>
      </Way>
      <Way site={site} id="way-datasets" title={many('Dataset')} href={hrefOf(site, '/datasets')}>
        <Counts
          site={site}
          label={words.byTheme}
          path="/datasets"
          field="themes"
          buckets={bucketsOf(datasets, 'THEMES')}
        />
        <Counts
          site={site}
          label={words.byAccess}
          path="/datasets"
          field="accessRights"
          buckets={bucketsOf(datasets, 'ACCESS_RIGHTS')}
        />
      </Way>
      <Way site={site} id="way-projects" title={many('Project')} href={hrefOf(site, '/projects')}>
        <Counts
          site={site}
          label={words.byPeriod}
          path="/projects"
          field="fundingPeriod"
          buckets={bucketsOf(projects)}
        />
      </Way>
      <Way site={site} id="way-funding" title={words.funding} href={hrefOf(site, '/funding-periods')}>
        <ul class="plain">
          {fundingPeriods.nodes.map((period) => (
            <li>
              <a href={hrefOfIri(site, period.iri)} lang={otherLanguage(site, period.names)}>
                {period.name}
              </a>
              <small>
                <When site={site} of={period} />
              </small>
            </li>
          ))}
        </ul>
        <p>
          <a href={hrefOf(site, '/awards')}>{many('Award')}</a>
        </p>
      </Way>
      <Way site={site} id="way-goals" title={words.goals} href={hrefOf(site, '/strategic-goals')}>
        <ul class="plain">
          {strategicGoals.nodes.map(({ iri, name, names }) => (
            <li>
              <a href={hrefOfIri(site, iri)} lang={otherLanguage(site, names)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Way>
    </div>
  );
}
