/** The complete example of docs/fair.md: a dataset that conforms to HealthDCAT-AP and DCAT-AP.de. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PlainRecords } from './small-world';

const guide = readFileSync(join(__dirname, '../../docs/fair.md'), 'utf8');
const [, example = ''] = /```yaml\n(Institution:[\s\S]*?)```/.exec(guide) ?? [];

/** The key of its dataset. */
export const healthDataset = 'datasets/sample-registry';

/**
 * The example as a program reads YAML, with numbers and yes or no, but dates as they are written.
 * @param without fields that the dataset lacks
 */
export function healthExample(accessRights: string, without: readonly string[] = []): PlainRecords {
  const typed = parse(example, { schema: 'core' }) as PlainRecords;
  const [one = {}] = typed.Dataset ?? [];
  const kept = Object.entries({ ...one, accessRights }).filter(([name]) => !without.includes(name));
  return { ...typed, Dataset: [Object.fromEntries(kept)] };
}

/** The example without the links of a role. */
export function withoutRole(records: PlainRecords, role: string): PlainRecords {
  const { Provision = [] } = records;
  return { ...records, Provision: Provision.filter((link) => link.role !== role) };
}
