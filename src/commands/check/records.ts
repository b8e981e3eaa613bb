/** Checks documents that have records and no RDF, such as tables, by reading them as a harvest would. */
import type { HarvestKind, HarvestSource } from '../../harvest/harvest-source';
import { digestOf } from '../../harvest/digest';
import type { Finding } from '../../harvest/finding';
import { isFhir } from '../../harvest/fhir/is-fhir';
import { isRecord } from '../../harvest/reader';
import { kindsOfSources } from '../../harvest/readers';
import { rdfReading } from '../../harvest/reading/rdf-of';
import { WithoutRecords } from '../../harvest/reading/without-records';
import { isTable } from '../../harvest/tables/is-table';
import { isWorkbook } from '../../harvest/tables/read-xlsx';
import { registry } from '../../registry';
import type { LoadedDocument } from '../../rdf/reading/load';
import type { Report } from '../report/report';

type RecordsKind = Extract<HarvestKind, 'FHIR' | 'TABLE'>;

/** The kind of source that such a document is; null for RDF, and for what nobody knows. */
export function kindOfRecords({ bytes, type, base }: LoadedDocument): RecordsKind | null {
  if (isTable(bytes, type, base)) return 'TABLE';
  return isFhir(bytes, type) ? 'FHIR' : null;
}

/** Nobody's: what a person has looked at is not stored. */
const anySource: HarvestSource = {
  name: 'check',
  title: 'check',
  kind: 'TABLE',
  address: null,
  file: null,
  owner: null,
  schedule: null,
  rank: 0,
  mayState: 'all',
  persons: false,
  allowPrivateAddresses: false,
  ignoreRobots: false,
  credentials: {},
  withdrawAfter: null,
  licence: null,
};

/** @returns the report, and the exit status: 0 no error, 1 errors, 2 nothing could be read */
export async function checkedRecords(
  { bytes, type, base }: LoadedDocument,
  kind: RecordsKind,
  { place, lang }: Pick<Report, 'place' | 'lang'>,
): Promise<{ report: Report; status: number }> {
  const document = {
    address: base,
    bytes,
    type,
    fetchedAt: new Date().toISOString(),
    digest: digestOf(bytes),
    lastModified: null,
  };
  const context = {
    source: anySource,
    registry,
    rdfOf: rdfReading(new Map()),
    signal: new AbortController().signal,
  };
  const findings: Finding[] = [];
  const without = new WithoutRecords(base);
  without.addDocument(base, false);
  let records = 0;
  for await (const part of kindsOfSources[kind].reader.read(only(document), context)) {
    without.addPart(part);
    if (isRecord(part)) records += 1;
    else findings.push(part);
  }
  findings.push(...without.findings);
  const report: Report = {
    command: 'check',
    place,
    lang,
    format: kind === 'FHIR' ? 'FHIR' : isWorkbook(bytes) ? 'XLSX' : 'CSV',
    statements: 0,
    records,
    verdicts: [],
    findings: byLine(findings),
    recordOf: (subject) => subject,
    nameOf: () => null,
  };
  const hasErrors = findings.some(({ severity }) => severity === 'ERROR');
  return { report, status: hasErrors ? (records === 0 ? 2 : 1) : 0 };
}

async function* only<T>(document: T): AsyncGenerator<T> {
  yield await Promise.resolve(document);
}

const byLine = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0));
