/** A gateway with two sites and two infrastructures, into which neighbours are linked. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Gateway } from '../http/gateway';
import type { Dialect } from '../helpers/databases';
import type { PlainRecords } from '../helpers/small-world';
import { link, type Neighbour, type Resolvers } from './neighbour';

export const world: PlainRecords = {
  Institution: [
    { slug: 'marburg', name: { de: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
    { slug: 'giessen', name: { de: 'Gießen' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' },
  ],
  Infrastructure: [
    { slug: 'aktin', name: { en: 'AKTIN' } },
    { slug: 'racoon', name: { en: 'RACOON' } },
  ],
  Participation: [{ institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' }],
};

/** Adds scans to our infrastructures, and machines of its own that stand at our institutions. */
export const scansSdl = `${link('@key')}
  type Query { machines: [Machine!] }
  type Infrastructure @key(fields: "slug") { slug: String! scans: Int machines: [Machine!] }
  type Machine @key(fields: "serial") { serial: ID! scans: Int at: Institution }
  type Institution @key(fields: "slug") { slug: String! }`;

const machine = {
  __typename: 'Machine',
  serial: 'M1',
  scans: 7,
  at: { __typename: 'Institution', slug: 'marburg' },
};

export const scans: Resolvers = {
  'Query.machines': () => [machine],
  Infrastructure: ({ slug }) => ({
    __typename: 'Infrastructure',
    slug,
    scans: String(slug).length,
    machines: [machine],
  }),
  Machine: () => machine,
};

export interface Linked {
  gateway: Gateway;
  /** The file in which the schemas are kept. */
  keptAt: string;
  /** Writes the file of subgraphs anew. */
  write: (neighbours: readonly Neighbour[], more?: string) => Promise<void>;
  environment: Record<string, string>;
  end: () => Promise<void>;
}

export interface LinkedOptions {
  dialect?: Dialect;
  records?: PlainRecords;
  /** Further lines of each entry. */
  more?: string;
  environment?: Record<string, string>;
}

/** Starts a gateway into which these neighbours are linked. */
export async function linked(
  neighbours: readonly Neighbour[],
  { dialect = 'sqlite', records = world, more = '', environment: given = {} }: LinkedOptions = {},
): Promise<Linked> {
  const folder = await mkdtemp(join(tmpdir(), 'num-gateway-'));
  const file = join(folder, 'subgraphs.yaml');
  const keptAt = join(folder, 'kept', 'subgraphs.json');
  const write = (all: readonly Neighbour[]) => writeFile(file, subgraphsFile(all, more));
  await write(neighbours);
  const environment = { SUBGRAPHS_FILE: file, SUBGRAPHS_KEPT_AT: keptAt, SUBGRAPHS_POLL_MS: '100', ...given };
  const gateway = await Gateway.over(dialect, records, {}, environment);
  const end = async () => {
    await gateway.end();
    await rm(folder, { recursive: true });
  };
  return { gateway, keptAt, write, environment, end };
}

const subgraphsFile = (neighbours: readonly Neighbour[], more: string): string =>
  `subgraphs:${neighbours.map(({ name, url }) => `\n  - name: ${name}\n    url: ${url}\n${more}`).join('') || ' []'}\n`;
