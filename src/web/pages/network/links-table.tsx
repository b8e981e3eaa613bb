/** The links of a network with the evidence of each. */
import { pathOfLink } from '../parts/links';
import { pictureWords } from '../parts/picture-words';
import { Table } from '../parts/table';
import { Mention } from '../parts/texts';
import { Time } from '../parts/time';
import { hrefOf, wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';
import { nameOfLink } from './drawn';
import type { NetworkGraph } from './graph';
import type { NetworkLink } from './query';
import { networkWords } from './words';

const Evidence = ({ site, of: { id, evidence } }: { site: Site; of: NetworkLink }) => {
  const words = networkWords[site.language];
  if (!evidence) return <a href={hrefOf(site, pathOfLink(id))}>{words.atTheLink}</a>;
  const quoted = evidence.filter(({ quotation }) => quotation !== null);
  const [first] = quoted.length > 0 ? quoted : evidence;
  if (!first) return <span class="unknown">{wordsOf(site).notStated}</span>;
  const { quotation, confidenceLabel, citedFrom } = first;
  return (
    <>
      {quotation === null ? words.none : <q>{quotation}</q>}{' '}
      <a href={hrefOf(site, `/sources/${citedFrom.slug}`)}>{citedFrom.title}</a>{' '}
      <span class="key">({confidenceLabel})</span>
    </>
  );
};

/** A longer table is folded, as it would be all of the page. */
const mostUnfolded = 100;

export function LinksTable({ site, graph }: { site: Site; graph: NetworkGraph }) {
  const links = graph.links.length;
  const table = <Links site={site} graph={graph} />;
  if (links <= mostUnfolded) return table;
  return (
    <details>
      <summary>{networkWords[site.language].asTable(writtenNumber(links, site.language))}</summary>
      {table}
    </details>
  );
}

function Links({ site, graph }: { site: Site; graph: NetworkGraph }) {
  const words = networkWords[site.language];
  const records = new Map(graph.records.map((record) => [record.id, record]));
  const mention = (id: string) => {
    const record = records.get(id);
    return record ? <Mention site={site} of={record} /> : null;
  };
  return (
    <Table
      id="table"
      title={pictureWords[site.language].asTable}
      head={[words.link, words.role, words.time, words.evidence]}
      rows={graph.links.map((link) => [
        <>
          {mention(link.from.id)} – {mention(link.to.id)}
        </>,
        <a href={hrefOf(site, pathOfLink(link.id))}>{nameOfLink(site, link)}</a>,
        <Time site={site} of={link} />,
        <Evidence site={site} of={link} />,
      ])}
    />
  );
}
