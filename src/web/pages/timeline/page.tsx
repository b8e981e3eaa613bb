/** The timeline: what was when, as far as sources tell. */
import { slugPattern } from '../../../resource/identity';
import { Timeline } from '../../pictures/timeline';
import type { Mentioned, Timed } from '../answered';
import { dayIn } from '../picture-parameters';
import { choices, choicesIn, shortNameOf } from '../choices/query';
import { dataVersion } from '../parts/data-version';
import { Checkboxes, DayField, PictureForm, Select } from '../parts/fields';
import { Layout } from '../parts/layout';
import { pathOfLink } from '../parts/links';
import { AddressFaults, Figure } from '../parts/picture';
import { pictureWords } from '../parts/picture-words';
import { Queries } from '../parts/queries';
import { Table } from '../parts/table';
import { Mention } from '../parts/texts';
import { Time } from '../parts/time';
import { above, hrefOf, hrefOfIri, namesIn, type Site } from '../site';
import type { PageAnswers, PageQuestion, SitePage } from '../site-page';
import { writtenDay, writtenNumber } from '../values/days';
import { timelineQuery, type TimelineAnswer } from './query';
import { timelineWords } from './words';

function asked(parameters: URLSearchParams) {
  const day = dayIn(parameters);
  const period = parameters.get('period') ?? '';
  return {
    day: day.value,
    period: slugPattern.test(period) ? period : null,
    withAwards: parameters.get('awards') === 'yes',
    faults: day.fault ? [day.fault] : [],
  };
}

function questions(parameters: URLSearchParams): PageQuestion[] {
  const { day, period, withAwards } = asked(parameters);
  const ofPeriod = period === null ? null : { fundingPeriod: { slug: { eq: period } } };
  const paidIn = ofPeriod && { awards: { some: ofPeriod } };
  const variables = { day, withAwards, infrastructures: paidIn, projects: paidIn, awards: ofPeriod };
  return [{ name: 'times', query: timelineQuery, variables }, choices, dataVersion];
}

/** A row of the timeline and of its table. */
interface Row {
  readonly name: string;
  readonly of: Mentioned;
  readonly kind: string;
  readonly href: string;
  readonly time: Timed;
}

interface Group {
  readonly name: string;
  readonly rows: readonly Row[];
}

function groupsOf(site: Site, answer: TimelineAnswer): Group[] {
  const words = timelineWords[site.language];
  const common = pictureWords[site.language];
  const kindOf = (type: string) => {
    const description = site.registry.ofType(type);
    return description ? namesIn(site, description).one : type;
  };
  const records = (list: TimelineAnswer['projects']): Row[] =>
    (list?.nodes ?? []).map((each) => ({
      name: shortNameOf(each),
      of: each,
      kind: kindOf(each.__typename),
      href: hrefOfIri(site, each.iri),
      time: each,
    }));
  const awards = (answer.awards?.nodes ?? []).map((each): Row => ({
    name: words.of(shortNameOf(each.recipient), each.fundingPeriod.name),
    of: each.recipient,
    kind: kindOf('Award'),
    href: hrefOf(site, pathOfLink(each.id)),
    time: each,
  }));
  return [
    { name: common.periods, rows: records(answer.fundingPeriods) },
    { name: common.infrastructures, rows: records(answer.infrastructures) },
    { name: common.projects, rows: records(answer.projects) },
    { name: words.awards, rows: awards },
  ].filter(({ rows }) => rows.length > 0);
}

/** A time in words, for those who do not see the picture. */
function inWords(site: Site, time: Timed): string {
  const words = timelineWords[site.language];
  const written = (day: string, precision: Timed['startsOnPrecision']) =>
    writtenDay(day, precision, site.language);
  const parts = [
    time.startsOn === null ? null : words.from(written(time.startsOn, time.startsOnPrecision)),
    time.endsOn === null ? null : words.until(written(time.endsOn, time.endsOnPrecision)),
  ].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(' ');
  return time.attestedFrom === null || time.attestedUntil === null
    ? words.undated
    : words.shown(written(time.attestedFrom, null), written(time.attestedUntil, null));
}

const Form = ({ site, answers }: { site: Site; answers: PageAnswers }) => {
  const words = timelineWords[site.language];
  const { day, period, withAwards } = asked(site.parameters);
  const periods = choicesIn(answers).periods.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <PictureForm site={site} path="/timeline" label={words.title}>
      <Select
        name="period"
        label={words.period}
        value={period ?? ''}
        options={[{ value: '', label: words.all }, ...periods]}
      />
      <DayField site={site} value={day} />
      <Checkboxes
        name="awards"
        legend={words.awards}
        options={[{ value: 'yes', label: words.withAwards }]}
        chosen={withAwards ? ['yes'] : []}
      />
    </PictureForm>
  );
};

const Answer = ({
  site,
  answers,
  groups,
}: {
  site: Site;
  answers: PageAnswers;
  groups: readonly Group[];
}) => {
  const words = timelineWords[site.language];
  const { day } = asked(site.parameters);
  const rows = groups.flatMap((group) => group.rows);
  return (
    <>
      <Figure site={site} answers={answers} title={words.title} on={day}>
        <Timeline
          id="timeline"
          title={words.title}
          description={words.about(writtenNumber(rows.length, site.language))}
          groups={groups.map((group) => ({
            name: group.name,
            items: group.rows.map(({ name, href, time }) => ({
              ...time,
              name,
              href,
              says: inWords(site, time),
            })),
          }))}
          on={day}
          legend={words}
        />
      </Figure>
      <Table
        id="table"
        title={pictureWords[site.language].asTable}
        head={[words.what, words.kind, words.time]}
        rows={rows.map(({ of, kind, time, href, name }) => [
          of.name === name ? <Mention site={site} of={of} /> : <a href={href}>{name}</a>,
          kind,
          <Time site={site} of={time} />,
        ])}
      />
    </>
  );
};

function TimelinePage({ site, answers }: { site: Site; answers: PageAnswers }) {
  const words = timelineWords[site.language];
  const answer = answers.times?.data as TimelineAnswer | null;
  const groups = answer ? groupsOf(site, answer) : [];
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
      <AddressFaults site={site} answers={answers} faults={asked(site.parameters).faults} />
      <Form site={site} answers={answers} />
      {groups.length > 0 && <Answer site={site} answers={answers} groups={groups} />}
      <Queries site={site} answers={answers} tables={[]} />
    </Layout>
  );
}

export const timelinePage: SitePage = {
  path: '/timeline',
  names: { de: timelineWords.de.title, en: timelineWords.en.title },
  group: 'pictures',
  questions,
  html: (site, answers) => <TimelinePage site={site} answers={answers} />,
};
