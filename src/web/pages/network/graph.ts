/** The records and links of a network, each once, whether they lie around one record or between two. */
import { keyOfGlobalId } from '../../../resource/identity';
import type { PageAnswers } from '../site-page';
import type { BetweenAnswer } from './between-query';
import type { AroundAnswer, NetworkLink, NetworkRecord } from './query';

export interface NetworkGraph {
  readonly records: readonly NetworkRecord[];
  readonly links: readonly NetworkLink[];
  readonly truncated: boolean;
}

const once = <T extends { readonly id: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((each) => [each.id, each])).values(),
];

/** Null where there is no answer. */
export function graphIn({ around, between }: PageAnswers): NetworkGraph | null {
  const { neighbourhood } = (around?.data ?? {}) as Partial<AroundAnswer>;
  if (neighbourhood)
    return {
      records: neighbourhood.nodes.map(({ record }) => record),
      links: neighbourhood.links,
      truncated: neighbourhood.truncated,
    };
  const { paths } = (between?.data ?? {}) as Partial<BetweenAnswer>;
  if (!paths) return null;
  return {
    records: once(paths.paths.flatMap(({ resources }) => resources)),
    links: once(paths.paths.flatMap(({ steps }) => steps.flatMap(({ links }) => links))),
    truncated: paths.truncated,
  };
}

/** The record as the address names it: `institutions/marburg`. */
export const referenceOf = ({ id }: Pick<NetworkRecord, 'id'>): string => keyOfGlobalId(id) ?? '';

/** All links between two records. */
export interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly links: readonly NetworkLink[];
}

/** The links, gathered by the two records that they join, whatever their direction. */
export function bundlesOf(links: readonly NetworkLink[]): Bundle[] {
  const bundles = new Map<string, NetworkLink[]>();
  for (const link of links) {
    const key = [link.from.id, link.to.id].sort().join(' ');
    bundles.set(key, [...(bundles.get(key) ?? []), link]);
  }
  return [...bundles.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ from: first.from.id, to: first.to.id, links: own }] : [];
  });
}
