/** Maps all records of an import to drafts, and detects duplicates. */
import { ImportRefused, positionText, type ImportProblem } from '../errors';
import type { Registry } from '../resource/registry';
import type { Draft } from './draft';
import type { Proof } from './proof';
import type { RawRecord } from './raw-record';
import { mapRecord } from './record-mapping';

export interface Drafting {
  records: AsyncIterable<RawRecord>;
  registry: Registry;
  /** Default: of each record. */
  proof?: Proof;
}

/**
 * Maps all records. Records with problems are included, so that references to them do not count as dangling.
 * @throws ImportRefused when a file cannot be read completely
 */
export async function draftAll({
  records,
  registry,
  proof = 'of each record',
}: Drafting): Promise<{ drafts: Draft[]; problems: ImportProblem[] }> {
  const drafts = new Map<string, Draft>();
  const problems: ImportProblem[] = [];
  try {
    for await (const raw of records) {
      const { draft, problems: found } = mapRecord(raw, registry, proof);
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
  message: `"${key}" stands here a second time, first at ${positionText(first.at)}.`,
  remedy: 'Merge the two into one.',
});
