/** Sources of the tests, and what reading them gives. */
import { knownContexts } from '../../src/rdf/reading/known-contexts';
import { HostLanes } from '../../src/harvest/fetching/lanes';
import type { Finding } from '../../src/harvest/finding';
import type { HarvestSource } from '../../src/harvest/harvest-source';
import type { HarvestedRecord } from '../../src/harvest/harvested-record';
import { isRecord } from '../../src/harvest/reader';
import { type EndOfReading, type ReadingParts, sourceReader } from '../../src/harvest/reading/read-source';
import { registry } from '../../src/registry';

/** A source that may be on this machine. */
const source = (given: Partial<HarvestSource>): HarvestSource => ({
  name: 'test',
  title: 'Test',
  kind: 'DCAT',
  address: null,
  file: null,
  owner: null,
  schedule: null,
  rank: 200,
  mayState: 'all',
  persons: false,
  allowPrivateAddresses: true,
  ignoreRobots: false,
  credentials: {},
  withdrawAfter: null,
  licence: null,
  ...given,
});

export interface ReadSource extends EndOfReading {
  records: HarvestedRecord[];
  findings: Finding[];
}

/** Reads a source to its end. */
export async function read(
  given: Partial<HarvestSource>,
  states: ReadonlyMap<string, unknown> = new Map(),
  parts: Partial<ReadingParts> = {},
): Promise<ReadSource> {
  const reading = sourceReader({
    registry,
    contexts: knownContexts(registry),
    agentName: 'num-gateway/test',
    now: () => new Date('2026-11-30T12:00:00Z'),
    lanes: new HostLanes(),
    limits: { firstWait: 1, milliseconds: 5_000 },
    ...parts,
  })(source(given), { signal: new AbortController().signal, states });
  const [records, findings]: [HarvestedRecord[], Finding[]] = [[], []];
  for await (const part of reading.parts) {
    if (isRecord(part)) records.push(part);
    else findings.push(part);
  }
  return { ...reading.ended(), records, findings };
}

/** The addresses of the datasets, sorted. */
export const datasetsIn = ({ records }: Pick<ReadSource, 'records'>): (string | null)[] =>
  records
    .filter(({ type }) => type === 'Dataset')
    .map(({ iri }) => iri)
    .sort();

/** The ids of what went wrong while fetching. */
export const fetchFaults = ({ findings }: Pick<ReadSource, 'findings'>): string[] =>
  findings.filter(({ kind }) => kind === 'fetch').map(({ id }) => id);

export const prefixes = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
@prefix ldp: <http://www.w3.org/ns/ldp#> .
@prefix fdp-o: <https://w3id.org/fdp/fdp-o#> .
`;

export const dataset = (iri: string, title = 'A dataset'): string =>
  `<${iri}> a dcat:Dataset ; dct:title "${title}"@en .\n`;
