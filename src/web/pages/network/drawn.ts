/** How records and links of a network are drawn: each class has a shape, each kind of link a line. */
import type { LegendEntry, MarkShape, Tone } from '../../pictures/marks';
import type { LineStyle, NetworkEdge, NetworkNode } from '../../pictures/network';
import { namesIn, hrefOf, type Site } from '../site';
import { shortNameOf } from '../choices/query';
import { shortNames } from '../sites';
import {
  aroundOne,
  linkKinds,
  parametersOfNetwork,
  unfoldedBy,
  type AskedNetwork,
  type LinkKind,
} from './asked';
import { bundlesOf, referenceOf, type NetworkGraph } from './graph';
import type { NetworkRecord } from './query';
import { networkWords } from './words';

const shapes: Readonly<Record<string, readonly [MarkShape, Tone]>> = {
  Institution: ['circle', 1],
  Infrastructure: ['square', 2],
  Project: ['triangle', 4],
  FundingPeriod: ['diamond', 5],
  Dataset: ['hexagon', 3],
};
const otherShape: readonly [MarkShape, Tone] = ['pentagon', 6];

const lines: Readonly<Record<LinkKind, LineStyle>> = {
  PARTICIPATION: 'solid',
  INVOLVEMENT: 'long-dash',
  USAGE: 'dashed',
  AWARD: 'double',
  PROVISION: 'dash-dot',
  CONFORMANCE: 'thin',
  RELATION: 'dotted',
};

const isKind = (kind: string): kind is LinkKind => (linkKinds as readonly string[]).includes(kind);

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
export function nodesOf(site: Site, { records }: NetworkGraph, asked: AskedNetwork): NetworkNode[] {
  const names = namesOfRecords(records);
  const next = (reference: string): AskedNetwork =>
    asked.to === null ? unfoldedBy(asked, reference) : aroundOne(asked, reference);
  return records.map((record) => {
    const [shape, tone] = shapes[record.__typename] ?? otherShape;
    const reference = referenceOf(record);
    return {
      id: record.id,
      name: names.get(record.id) ?? record.name,
      type: classOf(site, record),
      href: hrefOf(site, '/network', parametersOfNetwork(next(reference))),
      isUnfolded: asked.unfold.includes(reference),
      shape,
      tone,
      isCentre: reference === asked.of || reference === asked.to,
    };
  });
}

/** What a link is called: its role, else its kind. */
export const nameOfLink = (site: Site, { roleLabel, kind }: { roleLabel?: string; kind: string }): string =>
  roleLabel ?? (isKind(kind) ? networkWords[site.language].named[kind] : kind);

export function edgesOf(site: Site, { records, links }: NetworkGraph): NetworkEdge[] {
  const names = new Map(records.map(({ id, name }) => [id, name]));
  return bundlesOf(links).map(({ from, to, links: own }) => {
    const [first] = own;
    const said = own.map((link) => {
      const quotation = link.evidence?.find((each) => each.quotation !== null)?.quotation;
      return nameOfLink(site, link) + (quotation == null ? '' : `: „${quotation}“`);
    });
    return {
      from,
      to,
      says: `${names.get(from) ?? ''} – ${names.get(to) ?? ''}\n${said.join('\n')}`,
      line: first && isKind(first.kind) ? lines[first.kind] : 'solid',
    };
  });
}

/** The shapes that occur. */
export function legendOf(site: Site, { records }: NetworkGraph): LegendEntry[] {
  const occurring = new Map(records.map((record) => [record.__typename, record]));
  const known = [...occurring.values()].flatMap((record): LegendEntry[] => {
    const [shape, tone] = shapes[record.__typename] ?? [];
    return shape && tone ? [{ shape, tone, label: classOf(site, record) }] : [];
  });
  const others = [...occurring.values()].filter(({ __typename }) => !(__typename in shapes));
  if (others.length === 0) return known;
  const [shape, tone] = otherShape;
  // A line for each two, as the lines of links stand beside them.
  const labels = others.map((record) => classOf(site, record));
  const inPairs = labels.flatMap((label, index) =>
    index % 2 === 0 ? [labels.slice(index, index + 2).join(', ')] : [],
  );
  return [...known, ...inPairs.map((label): LegendEntry => ({ shape, tone, label }))];
}

/** The lines that occur. */
export const linesOf = (site: Site, { links }: NetworkGraph) =>
  linkKinds
    .filter((kind) => links.some((link) => link.kind === kind))
    .map((kind) => ({ line: lines[kind], label: networkWords[site.language].named[kind] }));
