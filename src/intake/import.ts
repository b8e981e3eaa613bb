/** An import: reader → mapping → check → upsert → report, in one transaction, all or nothing. */
import { ImportRefused, type ImportProblem } from '../errors';
import type { Description } from '../resource/description';
import type { Evidence, Identifier } from '../resource/evidence';
import type { Registry } from '../resource/registry';
import type { Row } from '../resource/values';
import { digestOf, type Draft } from './draft';
import type { RawRecord } from './raw-record';
import { mapRecord } from './record-mapping';

/** What an import needs of a transaction. */
export interface ImportTransaction {
  digests(description: Description, keys: readonly string[]): Promise<Map<string, string>>;
  save(description: Description, rows: readonly Row[]): Promise<void>;
  replaceStatements(
    statements: readonly {
      subject: string;
      identifiers: readonly Identifier[];
      evidence: readonly Evidence[];
    }[],
  ): Promise<void>;
  raiseVersion(changedAt: string): Promise<void>;
}

export interface ImportOptions {
  records: AsyncIterable<RawRecord>;
  registry: Registry;
  /** Runs a work in one transaction. */
  write: <T>(work: (transaction: ImportTransaction) => Promise<T>) => Promise<T>;
  /** The time of the change. */
  now: () => Date;
  /** Told how many records are read and written so far, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/** How many records of a class an import has made, changed and found as they were. */
export interface ImportCounts {
  type: string;
  created: number;
  updated: number;
  unchanged: number;
}

interface Mapping {
  drafts: Draft[];
  problems: ImportProblem[];
}

/**
 * Imports records; those that exist are overwritten where they differ.
 * @returns counts per class, in the order in which they were written.
 * @throws ImportRefused with every problem found; then nothing is written.
 */
export async function importRecords(options: ImportOptions): Promise<ImportCounts[]> {
  const { drafts, problems } = await mapAll(options);
  return options.write(async (transaction) => {
    const known = new Map<Description, Map<string, string>>();
    for (const [description, wanted] of keysIn(drafts, options.registry)) {
      known.set(description, await transaction.digests(description, wanted));
    }
    const all = [...problems, ...danglingIn(drafts, known, options.registry)];
    if (all.length > 0) throw new ImportRefused(all);
    const counts: ImportCounts[] = [];
    let done = 0;
    for (const [description, group] of inWritingOrder(drafts, options.registry)) {
      counts.push(
        await upsert(transaction, description, group, known.get(description) ?? new Map(), options.now()),
      );
      options.onProgress?.((done += group.length), drafts.length);
    }
    if (counts.some(({ created, updated }) => created + updated > 0)) {
      await transaction.raiseVersion(options.now().toISOString());
    }
    return counts;
  });
}

/**
 * Maps all records. Drafts of records with problems are among them: what refers to these does not dangle.
 * @throws ImportRefused when a file cannot be read to its end.
 */
async function mapAll({ records, registry }: ImportOptions): Promise<Mapping> {
  const drafts = new Map<string, Draft>();
  const problems: ImportProblem[] = [];
  try {
    for await (const raw of records) {
      const { draft, problems: found } = mapRecord(raw, registry);
      problems.push(...found);
      if (!draft) continue;
      const first = drafts.get(draft.key);
      if (first) problems.push(repeated(draft, first));
      else drafts.set(draft.key, draft);
    }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    throw new ImportRefused([...problems, ...error.problems]);
  }
  return { drafts: [...drafts.values()], problems };
}

const repeated = ({ key, at }: Draft, first: Draft): ImportProblem => ({
  ...at,
  message: `"${key}" stands here a second time, first at ${first.at.file}:${first.at.line}.`,
  remedy: 'Merge the two into one.',
});

/** The keys that must be looked up in each class: those of the drafts and those that they refer to. */
function keysIn(drafts: readonly Draft[], registry: Registry): Map<Description, string[]> {
  const keys = new Set(
    drafts.flatMap(({ key, references }) => [key, ...references.map((reference) => reference.key)]),
  );
  const byClass = new Map<Description, string[]>();
  for (const key of keys) {
    const description = registry.ofKey(key);
    if (!description) continue;
    const group = byClass.get(description);
    if (group) group.push(key);
    else byClass.set(description, [key]);
  }
  return byClass;
}

function danglingIn(
  drafts: readonly Draft[],
  known: Map<Description, Map<string, string>>,
  registry: Registry,
): ImportProblem[] {
  const drafted = new Set(drafts.map(({ key }) => key));
  const exists = (key: string): boolean => {
    const description = registry.ofKey(key);
    return drafted.has(key) || (description !== undefined && (known.get(description)?.has(key) ?? false));
  };
  return drafts.flatMap(({ references }) =>
    references
      .filter(({ key }) => !exists(key))
      .map(({ field, key, at }) => ({
        ...at,
        message: `"${field}" refers to "${key}", which does not exist.`,
        remedy: 'Correct the reference, or import that record too.',
      })),
  );
}

/** Groups drafts by class, so that what is referred to is written before what refers to it. */
const inWritingOrder = (
  drafts: readonly Draft[],
  { inDependencyOrder }: Registry,
): [Description, Draft[]][] =>
  inDependencyOrder
    .map((description): [Description, Draft[]] => [
      description,
      drafts.filter((draft) => draft.description === description),
    ])
    .filter(([, group]) => group.length > 0);

async function upsert(
  transaction: ImportTransaction,
  description: Description,
  drafts: readonly Draft[],
  known: ReadonlyMap<string, string>,
  now: Date,
): Promise<ImportCounts> {
  const stamped = drafts.map((draft) => ({ draft, digest: digestOf(draft) }));
  const changed = stamped.filter(({ draft, digest }) => known.get(draft.key) !== digest);
  const recordsChange = description.attributes.some(({ kind }) => kind === 'instant');
  await transaction.save(
    description,
    changed.map(({ draft, digest }) => ({
      ...draft.row,
      ...(recordsChange && { modified_at: now.toISOString() }),
      digest,
    })),
  );
  await transaction.replaceStatements(
    changed.map(({ draft }) => ({
      subject: draft.key,
      identifiers: draft.identifiers,
      evidence: draft.evidence,
    })),
  );
  const created = changed.filter(({ draft }) => !known.has(draft.key)).length;
  return {
    type: description.type,
    created,
    updated: changed.length - created,
    unchanged: drafts.length - changed.length,
  };
}
