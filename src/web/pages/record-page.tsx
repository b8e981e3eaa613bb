/** The page of a resource: everything that is known of it, with the sources. */
import { isTimed, type Description } from '../../resource/description';
import type { Answered, RecordAnswer, Timed } from './answered';
import { citationOf } from './citation';
import { AsData } from './parts/as-data';
import { Assessment } from './parts/assessment';
import { Citing } from './parts/citing';
import { Facts, factsOf, identifiersFact, shows } from './parts/facts';
import { Heading } from './parts/heading';
import { InPictures } from './parts/in-pictures';
import { KeyFacts } from './parts/key-facts';
import { Layout } from './parts/layout';
import { LinkGroups } from './parts/links';
import { Lists } from './parts/lists';
import { OtherEvidence } from './parts/other-evidence';
import { Paging } from './parts/paging';
import { RecordTools } from './parts/record-tools';
import { TimeBar } from './parts/time-bar';
import { scaleOf } from './parts/time-scale';
import { above, namesIn, wordsOf, type Site } from './site';
import { writtenMoment, writtenNumber } from './values/days';

interface RecordPageOptions {
  site: Site;
  description: Description;
  record: RecordAnswer;
  query: string;
  variables: object;
  structured: object | null;
}

const Modified = ({ site, record: { slug, modifiedAt } }: { site: Site; record: RecordAnswer }) => (
  <p class="key">
    <code>{slug}</code> · {wordsOf(site).modified}:{' '}
    <time dateTime={String(modifiedAt)}>{writtenMoment(String(modifiedAt), site.language)}</time>
  </p>
);

export function RecordPage({ site, description, record, query, variables, structured }: RecordPageOptions) {
  const words = wordsOf(site);
  const facts = [...factsOf(site, description, record), ...identifiersFact(site, description, record)];
  const { one } = namesIn(site, description);
  const { description: text } = record as Answered;
  const disputed = record.disputes.map(({ property }) => property);
  const shown = [{ name: 'name' }, { name: 'description' }, ...facts];
  const { links, evidence } = record;
  const time = isTimed(description) ? (record as Answered & Timed & RecordAnswer) : null;
  const scale = scaleOf([...(time ? [time] : []), ...links.nodes]);
  const others = evidence.filter(({ property }) => !shown.some((fact) => shows(fact, property)));
  const parts = [
    { id: 'facts', title: words.facts },
    ...(links.totalCount > 0 ? [{ id: 'links', title: words.links }] : []),
    ...((record as Answered).fairAssessment ? [{ id: 'assessment', title: words.fair }] : []),
    ...(others.length > 0 ? [{ id: 'evidence', title: words.evidence }] : []),
    { id: 'cite', title: words.cite },
    { id: 'data', title: words.data },
  ];
  return (
    <Layout
      site={site}
      title={`${record.name} – ${one}`}
      description={typeof text === 'string' ? text : words.recordLead(one, record.name)}
      canonical={record.iri}
      structured={structured}
      above={above(site, description)}
    >
      <Heading site={site} description={description} record={record} disputed={disputed} />
      <KeyFacts site={site} description={description} record={record} />
      {time && scale && <TimeBar site={site} of={time} scale={scale} />}
      <RecordTools site={site} iri={record.iri} name={record.name} parts={parts} />
      <section aria-labelledby="facts">
        <h2 id="facts">{words.facts}</h2>
        <Facts site={site} facts={facts} evidence={evidence} disputed={disputed} />
        <InPictures site={site} description={description} record={record} />
      </section>
      <Lists site={site} description={description} record={record} />
      {links.totalCount > 0 && (
        <section aria-labelledby="links">
          <h2 id="links">
            {words.links} ({writtenNumber(links.totalCount, site.language)})
          </h2>
          <LinkGroups site={site} record={record} scale={scale} />
          <Paging
            site={site}
            pageInfo={links.pageInfo}
            shown={links.nodes.length}
            total={links.totalCount}
            anchor="links"
          />
        </section>
      )}
      <Assessment site={site} record={record} />
      <OtherEvidence site={site} description={description} evidence={others} />
      <Citing site={site} citation={citationOf(description, record)} />
      <AsData site={site} title={words.forms} query={query} variables={variables}>
        <Modified site={site} record={record} />
      </AsData>
    </Layout>
  );
}
