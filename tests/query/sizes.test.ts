/** What the prices of queries are computed from: how many records there are, and over how many links a list leads. */
import sql from 'sql-template-tag';
import { Sizes } from '../../src/query/sizes';
import { endColumn } from '../../src/resource/columns';
import { describe as descriptionOf, otherSide, type Side } from '../../src/resource/description';
import { registry } from '../../src/registry';
import { Store } from '../../src/store/store';
import { describeOnEachDatabase, type EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';

describeOnEachDatabase('the sizes of a catalogue', (dialect) => {
  let database: EmptyDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await seededDatabase(dialect);
    store = await Store.open({ databaseUrl: database.url, root: '/', registry });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('are the numbers of records, and of links that have the classes of a list at their ends', async () => {
    const sizes = new Sizes(store, registry);
    await sizes.renew();

    expect(sizes.of('Institution')).toBeGreaterThan(0);
    expect(sizes.of('nothing')).toBe(0);
    const links = await store.read(sql`SELECT id, source_id, target_id FROM link`);
    let compared = 0;
    for (const owner of registry.resources)
      for (const list of owner.lists) {
        if (list.kind === 'inverse') continue;
        const link = descriptionOf(list.link());
        const ofKind = links.filter(({ id }) => String(id).startsWith(`${link.path}/`));
        const at = (side: Side, path: string) =>
          ofKind.filter((row) => String(row[endColumn(side)]).startsWith(`${path}/`)).length;
        const far = list.kind === 'through' && list.to ? descriptionOf(list.to()) : null;
        const ends = [at(list.as, owner.path), ...(far ? [at(otherSide(list.as), far.path)] : [])];
        expect([owner.type, list.name, sizes.of(`${owner.type}.${list.name}`)]).toEqual([
          owner.type,
          list.name,
          Math.min(...ends),
        ]);
        compared += ends.some((count) => count > 0) ? 1 : 0;
      }
    expect(compared).toBeGreaterThan(3);
  });
});
