/** The assessment of records: the derivation that keeps what it comes to with each write. */
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { Source } from './query/source';
import { readWholeRecords } from './query/whole-records';
import { assessmentRules, assessmentValues } from './rdf/assessment/assessment-values';
import type { Profiles } from './rdf/profiles/profiles';
import { assessment } from './resource/assessed-record';
import type { Derivation, DerivedValues } from './resource/derivation';
import type { Registry } from './resource/registry';

/** What is kept does not depend on where the records are served. */
const anyAddress = 'https://catalogue.example';

/** Milliseconds after which requests have their turn. */
const longestTurn = 5;

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
    const derived = new Map<string, DerivedValues>();
    let begin = performance.now();
    for (const whole of records) {
      derived.set(whole.record.key, { ...assessmentValues(whole, profiles, context) });
      if (performance.now() - begin < longestTurn) continue;
      await setImmediate();
      begin = performance.now();
    }
    return derived;
  },
});
