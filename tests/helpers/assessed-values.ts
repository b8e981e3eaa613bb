/** What is kept of the assessment of datasets, and what it is if it is computed anew. */
import { profilesOf } from '../../src/rdf/profiles/read-profiles';
import { readConfig } from '../../src/config';
import { Source } from '../../src/query/source';
import type { Reader } from '../../src/query/sql';
import { readWholeRecords } from '../../src/query/whole-records';
import { assessmentValues, type AssessmentValues } from '../../src/rdf/assessment/assessment-values';
import { registry } from './small-world';

const list = (stored: unknown): string[] =>
  typeof stored === 'string' ? (JSON.parse(stored) as string[]) : [];

/** By key, as the table has it. */
export async function kept(store: Reader): Promise<Record<string, unknown>> {
  const text = 'SELECT id, fair_score, ready_for, missing_statements FROM dataset ORDER BY id';
  const rows = await store.read({ text, sql: text, values: [] });
  return Object.fromEntries(
    rows.map(({ id, fair_score, ready_for, missing_statements }) => [
      id as string,
      {
        fairScore: fair_score,
        readyFor: list(ready_for),
        missingStatements: list(missing_statements),
      },
    ]),
  );
}

/** By key, as the assessment of the records of now gives it, wherever they are served. */
export async function computed(
  store: Reader,
  publicUrl = 'https://num.example.org',
): Promise<Record<string, AssessmentValues>> {
  const text = 'SELECT id FROM dataset ORDER BY id';
  const keys = (await store.read({ text, sql: text, values: [] })).map(({ id }) => id as string);
  const profiles = profilesOf(readConfig({}).root);
  const records = await readWholeRecords(new Source(store, registry, null), keys, { evidence: true });
  return Object.fromEntries(
    records.map((whole) => [whole.record.key, assessmentValues(whole, profiles, { publicUrl, registry })]),
  );
}
