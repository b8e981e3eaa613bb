/** Makes drafts of harvested records. A value that cannot be stored costs that value; only what a record needs costs the record. */
import type { ImportProblem } from '../../errors';
import type { Draft } from '../../intake/draft';
import { mapRecord } from '../../intake/record-mapping';
import type { RefusedDraft } from '../../intake/partial/parts';
import type { Registry } from '../../resource/registry';
import type { HarvestedRecord, PartOfRecord, Place } from '../harvested-record';
import type { GatheredFindings } from './collect';
import { mappingFinding } from './finding-texts';
import { problemWords } from './problem-words';

/** A record whose mentions are resolved, with its evidence. */
export interface ProvenRecord {
  record: HarvestedRecord;
  data: Readonly<Record<string, unknown>>;
  /** Adds evidence to data without any. */
  prove: (data: Record<string, unknown>) => Record<string, unknown>;
}

/** The draft of a record, or why there is none. */
export interface Drafted {
  draft: Draft | null;
  refused: RefusedDraft | null;
}

/** A problem, with the part of the record in which it is. */
type LocatedProblem = ImportProblem & { within?: PartOfRecord };

export function drafted(
  { record, data, prove }: ProvenRecord,
  registry: Registry,
  findings: GatheredFindings,
): Drafted {
  const at = (part: PartOfRecord) => {
    const { document, line, column } = record.at(part);
    return line === null
      ? { file: document, within: part }
      : { file: document, line, column: column ?? 1, within: part };
  };
  const map = (written: Readonly<Record<string, unknown>>) =>
    mapRecord({ type: record.type, data: written, at }, registry, 'of each record');
  const first = map(data);
  if (first.problems.length === 0) return { draft: first.draft, refused: null };
  const second = map(prove(withoutParts(data, first.problems)));
  const key = first.draft?.key ?? second.draft?.key ?? keyInWords(record);
  // Without a wrong value that it needs, a record lacks it; but what is wrong is the value.
  if (second.problems.length > 0 || !second.draft)
    return { draft: null, refused: { key, problems: first.problems } };
  for (const problem of first.problems as LocatedProblem[]) {
    const { within = [] } = problem;
    findings.add(
      mappingFinding('value-left-out', {
        place: record.at(within),
        subject: record.iri,
        words: { field: within.join('.'), key, ...inWords([problem]) },
      }),
    );
  }
  return { draft: second.draft, refused: null };
}

/** What is said of a record that could not come in. @param others keys of all that could not */
export function refusedFinding(
  { key, problems }: RefusedDraft,
  stated: { readonly iri: string | null; readonly place: Place } | undefined,
  others?: ReadonlySet<string>,
) {
  const place = stated?.place ?? { document: problems[0]?.file ?? '', line: null, column: null };
  return mappingFinding('record-refused', {
    place,
    subject: stated?.iri ?? null,
    words: { key, ...inWords(problems, others) },
  });
}

/** All reasons, and the first remedy. */
function inWords(problems: readonly ImportProblem[], refused?: ReadonlySet<string>) {
  const words = problems.map((problem) => problemWords(problem, refused));
  const how = words[0]?.how;
  return {
    reasonDe: words.map(({ reason }) => reason.de).join(' '),
    reasonEn: words.map(({ reason }) => reason.en).join(' '),
    howDe: how?.de ?? '',
    howEn: how?.en ?? '',
  };
}

/** The data without the fields, and the entries of evidence and identifiers, that cannot be used. */
function withoutParts(
  data: Readonly<Record<string, unknown>>,
  problems: readonly LocatedProblem[],
): Record<string, unknown> {
  const left = new Set<string>();
  const items = new Map<string, Set<number>>();
  for (const { within = [] } of problems) {
    const [field, index] = within;
    if (typeof field !== 'string') continue;
    if (typeof index === 'number' && Array.isArray(data[field]))
      items.set(field, (items.get(field) ?? new Set()).add(index));
    else left.add(field);
  }
  const better = Object.fromEntries(Object.entries(data).filter(([field]) => !left.has(field)));
  for (const [field, wrong] of items)
    if (!left.has(field)) better[field] = (data[field] as unknown[]).filter((_, index) => !wrong.has(index));
  // What is left out needs no evidence.
  if (Array.isArray(better.evidence))
    better.evidence = better.evidence.filter(
      ({ property }: { property?: string }) =>
        property === undefined || property in better || !(property in data),
    );
  return better;
}

/** A record without a key, in messages. */
const keyInWords = ({ type, iri, data }: HarvestedRecord): string =>
  `${type} ${iri ?? (typeof data.slug === 'string' ? data.slug : '')}`.trim();
