/** The network: what lies around a record, or what connects two. */
import { Network } from '../../pictures/network';
import { choices } from '../choices/query';
import { dataVersion } from '../parts/data-version';
import { Layout } from '../parts/layout';
import { AddressFaults, Figure } from '../parts/picture';
import { Queries } from '../parts/queries';
import { above, hrefOf, hrefOfIri, type Site } from '../site';
import type { PageAnswers, PageQuestion, SitePage } from '../site-page';
import { writtenNumber } from '../values/days';
import {
  aroundOne,
  networkParameters,
  depths,
  parametersOfNetwork,
  sizes,
  unfoldedBy,
  type NetworkParameters,
} from './parameters';
import { betweenQuery } from './between-query';
import { edgesOf, legendOf, linesOf, nodesOf } from './drawn';
import { NetworkForm } from './form';
import { graphIn, referenceOf, type NetworkGraph } from './graph';
import { largeQuery } from './large-query';
import { LinksTable } from './links-table';
import { aroundQuery } from './query';
import { networkWords } from './words';

/** With more records, the evidence stands on the pages of the links. */
const mostWithEvidence = 100;

function questions(parameters: URLSearchParams): PageQuestion[] {
  const { of, to, day, unfold, kinds, depth, size } = networkParameters(parameters);
  const common = { of: { slug: of }, day, kinds: kinds.length === 0 ? null : kinds };
  const network: PageQuestion =
    to === null
      ? {
          name: 'around',
          query: Number(size) > mostWithEvidence ? largeQuery : aroundQuery,
          variables: {
            ...common,
            ...(unfold.length > 0 && { unfold: unfold.map((slug) => ({ slug })) }),
            depth: Number(depth),
            first: Number(size),
          },
        }
      : { name: 'between', query: betweenQuery, variables: { ...common, to: { slug: to }, first: 10 } };
  return [network, choices, dataVersion];
}

interface PartOptions {
  site: Site;
  answers: PageAnswers;
  parameters: NetworkParameters;
  graph: NetworkGraph;
}

const named = ({ records }: NetworkGraph, reference: string | null) =>
  records.find((record) => referenceOf(record) === reference);

const titleOf = (site: Site, graph: NetworkGraph, { of, to }: NetworkParameters): string => {
  const words = networkWords[site.language];
  const from = named(graph, of)?.name ?? of;
  return to === null ? words.around(from) : words.between(from, named(graph, to)?.name ?? to);
};

const Picture = ({ site, answers, parameters, graph, title }: PartOptions & { title: string }) => {
  const written = (number: number) => writtenNumber(number, site.language);
  const edges = edgesOf(site, graph);
  const { about, aboutPaths } = networkWords[site.language];
  const description = (parameters.to === null ? about : aboutPaths)(
    written(graph.records.length),
    written(edges.length),
  );
  return (
    <Figure site={site} answers={answers} title={title} on={parameters.day}>
      <Network
        id="network"
        title={title}
        description={description}
        nodes={nodesOf(site, graph, parameters)}
        edges={edges}
        legend={legendOf(site, graph)}
        lines={linesOf(site, graph)}
      />
    </Figure>
  );
};

/** What can be seen beyond the picture: more records, one step further, the record itself. */
const Onward = ({ site, parameters, graph }: Omit<PartOptions, 'answers'>) => {
  const words = networkWords[site.language];
  const larger = sizes[sizes.indexOf(parameters.size) + 1];
  const deeper = depths[depths.indexOf(parameters.depth) + 1];
  const to = (changed: Partial<NetworkParameters>) =>
    hrefOf(site, '/network', parametersOfNetwork({ ...parameters, ...changed }));
  const centre = named(graph, parameters.of);
  return (
    <ul class="onward">
      {centre && (
        <li>
          <a href={hrefOfIri(site, centre.iri)}>{words.record}</a>
        </li>
      )}
      {parameters.to === null && deeper !== undefined && (
        <li>
          <a href={to({ depth: deeper })}>{words.further}</a>
        </li>
      )}
      {parameters.to === null && graph.truncated && larger !== undefined && (
        <li>
          <a href={to({ size: larger })}>{words.more}</a>
        </li>
      )}
    </ul>
  );
};

/** What was unfolded: each can be folded again, or stand in the middle. */
const Unfolded = ({ site, parameters, graph }: Omit<PartOptions, 'answers'>) => {
  const words = networkWords[site.language];
  const shown = parameters.unfold.flatMap((reference) => named(graph, reference) ?? []);
  const to = (next: NetworkParameters) => hrefOf(site, '/network', parametersOfNetwork(next));
  if (shown.length === 0) return null;
  return (
    <>
      <p id="unfolded">{words.unfolded}</p>
      <ul class="chips" aria-labelledby="unfolded">
        {shown.map((record) => (
          <li>
            <a href={to(unfoldedBy(parameters, referenceOf(record)))} data-unfold={record.id}>
              {record.name} <span aria-hidden="true">×</span>
              <span class="unseen"> – {words.fold}</span>
            </a>{' '}
            <a href={to(aroundOne(parameters, referenceOf(record)))}>
              {words.centre}
              <span class="unseen">: {record.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

const Answer = (options: PartOptions & { title: string }) => {
  const { site, parameters, graph } = options;
  const words = networkWords[site.language];
  return (
    <div id="drawn" data-unfolds={parameters.to === null ? 'true' : undefined}>
      {graph.truncated && <p>{words.truncated}</p>}
      {graph.links.length === 0 && <p>{parameters.to === null ? words.alone : words.unconnected}</p>}
      {graph.records.length > 0 && <Picture {...options} />}
      <Unfolded site={site} parameters={parameters} graph={graph} />
      <Onward site={site} parameters={parameters} graph={graph} />
      {graph.links.length > 0 && <LinksTable site={site} graph={graph} />}
    </div>
  );
};

function NetworkPage({ site, answers }: Pick<PartOptions, 'site' | 'answers'>) {
  const words = networkWords[site.language];
  const parameters = networkParameters(site.parameters);
  const graph = graphIn(answers);
  const title = graph ? titleOf(site, graph, parameters) : words.title;
  const names = {
    of: (graph && named(graph, parameters.of)?.name) ?? null,
    to: (graph && named(graph, parameters.to)?.name) ?? null,
  };
  return (
    <Layout
      site={site}
      title={`${title} – ${words.title}`}
      description={words.lead}
      canonical={`${site.publicUrl}${site.path}`}
      above={above(site, null)}
      islands={['save-picture', 'unfold']}
    >
      <h1>{graph ? title : words.title}</h1>
      <p>{words.lead}</p>
      <AddressFaults site={site} answers={answers} faults={parameters.faults} />
      <NetworkForm site={site} answers={answers} parameters={parameters} names={names} />
      {graph && <Answer site={site} answers={answers} parameters={parameters} graph={graph} title={title} />}
      <Queries site={site} answers={answers} tables={[]} />
    </Layout>
  );
}

export const networkPage: SitePage = {
  path: '/network',
  names: { de: networkWords.de.title, en: networkWords.en.title },
  group: 'pictures',
  questions,
  html: (site, answers) => <NetworkPage site={site} answers={answers} />,
};
