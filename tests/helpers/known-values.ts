/** What stands in a small world, so that generated queries find something. */
import { tableOf } from '../../src/resource/columns';
import { globalId, iriOf } from '../../src/resource/identity';
import { publicUrl } from './ask';
import type { Known } from './generated-query';
import type { SmallWorld } from './small-world';

export async function knownIn({ store, registry }: SmallWorld): Promise<Known> {
  const keys: string[] = [];
  for (const description of [...registry.resources, ...registry.links]) {
    const text = `SELECT id FROM "${tableOf(description)}" ORDER BY id LIMIT 3`;
    const rows = await store.read({ sql: text, text, values: [] });
    keys.push(...rows.map(({ id }) => id as string));
  }
  return {
    ids: keys.map(globalId),
    slugs: keys.map((key) => key.slice(key.indexOf('/') + 1)),
    iris: keys.map((key) => iriOf(publicUrl, key)),
    texts: ['arzt', 'Zürich', 'Übung 2', 'nobody', ''],
  };
}
