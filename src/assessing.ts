/** The assessment of records: the derivation that keeps what it comes to with each write. */
import { createHash } from 'node:crypto';
import { Source } from './query/source';
import { readWholeRecords } from './query/whole-records';
import { assessmentRules, keptValues } from './rdf/assessment/kept-values';
import type { Profiles } from './rdf/profiles/profiles';
import { assessment } from './resource/assessed-record';
import type { Derivation } from './resource/derivation';
import type { Registry } from './resource/registry';

/** What is kept does not depend on where the records are served. */
const anyAddress = 'https://catalogue.example';

/** Keeps the assessment of records. */
export const assessmentDerivation = (registry: Registry, profiles: Profiles): Derivation => ({
  name: assessment,
  rules: createHash('sha256').update(assessmentRules(registry, profiles)).digest('base64url'),
  // What stands around a record has references and lists of its own.
  reach: 2,
  derive: async (_, keys, reader) => {
    const source = new Source(reader, registry, null);
    const records = await readWholeRecords(source, keys, { evidence: true });
    const context = { publicUrl: anyAddress, registry };
    return new Map(records.map((whole) => [whole.record.key, { ...keptValues(whole, profiles, context) }]));
  },
});
