/** How records and links of a network are drawn: each class has a shape, each kind of link a line. */
import type { LegendEntry } from '../../pictures/marks';
import type { NetworkEdge, NetworkNode } from '../../pictures/network';
import {
  isLinkKind,
  legendOf as legendOfTypes,
  lineOf,
  linkKinds,
  namesOfLinks,
  signOf,
} from '../../pictures/network-signs';
import { namesIn, hrefOf, type Site } from '../site';
import { shortNameOf } from '../choices/query';
import { shortNames } from '../sites';
import { aroundOne, parametersOfNetwork, unfoldedBy, type NetworkParameters } from './parameters';
import { bundlesOf, referenceOf, type NetworkGraph } from './graph';
import type { NetworkRecord } from './query';

const classOf = (site: Site, { __typename }: NetworkRecord): string => {
  const description = site.registry.ofType(__typename);
  return description ? namesIn(site, description).one : __typename;
};

/** Short names by the ids of the records. */
function namesOfRecords(records: readonly NetworkRecord[]): ReadonlyMap<string, string> {
  const placed = records.flatMap((each) => (each.city == null ? [] : [{ ...each, city: each.city }]));
  const sites = shortNames(placed);
  return new Map(
    records.map((each) => [
      each.id,
      each.city == null ? shortNameOf(each) : (sites.get(each.slug) ?? each.name),
    ]),
  );
}

/** Each node leads to the same network with what lies around it; between two, to the network around it. */
export function nodesOf(site: Site, { records }: NetworkGraph, parameters: NetworkParameters): NetworkNode[] {
  const names = namesOfRecords(records);
  const next = (reference: string): NetworkParameters =>
    parameters.to === null ? unfoldedBy(parameters, reference) : aroundOne(parameters, reference);
  return records.map((record) => {
    const reference = referenceOf(record);
    return {
      id: record.id,
      name: names.get(record.id) ?? record.name,
      type: classOf(site, record),
      href: hrefOf(site, '/network', parametersOfNetwork(next(reference))),
      isUnfolded: parameters.unfold.includes(reference),
      ...signOf(record.__typename),
      isCentre: reference === parameters.of || reference === parameters.to,
    };
  });
}

/** What a link is called: its role, else its kind. */
export const nameOfLink = (site: Site, { roleLabel, kind }: { roleLabel?: string; kind: string }): string =>
  roleLabel ?? (isLinkKind(kind) ? namesOfLinks[site.language][kind] : kind);

export function edgesOf(site: Site, { records, links }: NetworkGraph): NetworkEdge[] {
  const names = new Map(records.map(({ id, name }) => [id, name]));
  return bundlesOf(links).map(({ from, to, links: own }) => {
    const [first] = own;
    const texts = own.map((link) => {
      const quotation = link.evidence?.find((each) => each.quotation !== null)?.quotation;
      return nameOfLink(site, link) + (quotation == null ? '' : `: „${quotation}“`);
    });
    return {
      from,
      to,
      says: `${names.get(from) ?? ''} – ${names.get(to) ?? ''}\n${texts.join('\n')}`,
      line: first && isLinkKind(first.kind) ? lineOf[first.kind] : 'solid',
    };
  });
}

/** The shapes that occur. */
export function legendOf(site: Site, { records }: NetworkGraph): LegendEntry[] {
  const occurring = new Map(records.map((record) => [record.__typename, record]));
  return legendOfTypes([...occurring.keys()], (type) => {
    const record = occurring.get(type);
    return record ? classOf(site, record) : type;
  });
}

/** The lines that occur. */
export const linesOf = (site: Site, { links }: NetworkGraph) =>
  linkKinds
    .filter((kind) => links.some((link) => link.kind === kind))
    .map((kind) => ({ line: lineOf[kind], label: namesOfLinks[site.language][kind] }));
