/** However many records a transaction writes, the same comes in: the sizes of groups are a matter of speed alone. */
import { registry } from '../../../src/registry';
import { tableOf } from '../../../src/resource/columns';
import { searchTables } from '../../../src/resource/search/tables';
import { evidenceTable, identifierTable, statedTable } from '../../../src/resource/statements';
import { describeOnEachDatabase } from '../../helpers/databases';
import { SmallWorld } from '../../helpers/small-world';
import { dataset, harvest, harvested } from './harvesting';

jest.setTimeout(120_000);

const marburg = { slug: 'marburg', name: { de: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' };
const numbers = Array.from({ length: 12 }, (_, index) => index + 1);

/** A catalogue with parts, links with and without dates, and a record that others state, too. */
const catalogue = (edition: string) => [
  harvested('Institution', 'https://north.example.org/marburg', {
    ...marburg,
    homepage: 'https://marburg.example.org',
  }),
  harvested('Institution', 'https://north.example.org/kiel', {
    slug: 'kiel',
    name: { de: 'Kiel' },
    kind: 'UNIVERSITY_MEDICAL_CENTRE',
    identifiers: [{ scheme: 'ROR', value: 'https://ror.org/01tvm6f46' }],
  }),
  ...numbers.flatMap((number) => [
    dataset(`cohort-${number}`, {
      // Every third one is another in each edition.
      name: { en: `Cohort ${number} of the north${number % 3 === 0 ? `, ${edition}` : ''}` },
      keywords: ['Sepsis', `Nummer ${number}`],
      issuedOn: `2020-0${(number % 9) + 1}`,
    }),
    harvested('Distribution', `https://north.example.org/cohort-${number}/csv`, {
      slug: `cohort-${number}-csv`,
      name: { en: `Cohort ${number} as CSV` },
      dataset: `cohort-${number}`,
      kind: 'FILE',
      accessUrl: `https://north.example.org/cohort-${number}.csv`,
    }),
    harvested('Provision', null, {
      agent: 'institutions/marburg',
      offer: `datasets/cohort-${number}`,
      role: 'PUBLISHER',
      ...(number % 2 === 0 && { startsOn: '2021-03', endsOn: '2023' }),
    }),
    harvested('Provision', null, {
      agent: 'institutions/kiel',
      offer: `datasets/cohort-${number}`,
      role: 'CUSTODIAN',
    }),
  ]),
];

describeOnEachDatabase('the size of groups', (dialect) => {
  const worlds: SmallWorld[] = [];
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.end();
  });

  it('changes nothing of what two runs bring in', async () => {
    const after = async (mostTogether: number) => {
      const world = await SmallWorld.of(dialect, { Institution: [marburg] });
      worlds.push(world);
      for (const edition of ['first edition', 'second edition']) {
        const report = await harvest(catalogue(edition), { store: world.store, mostTogether });
        expect(report).toMatchObject({ outcome: 'COMPLETE', refused: [] });
      }
      return everythingIn(world, dialect);
    };

    const oneByOne = await after(1);

    expect(oneByOne.filter((line) => line.includes('datasets/cohort-3"'))).not.toEqual([]);
    expect(await after(7)).toEqual(oneByOne);
    expect(await after(2_000)).toEqual(oneByOne);
  });
});

/** All rows, without the numbers of transactions and those that a database gives, each as a text with the name of its table. */
async function everythingIn({ store }: Pick<SmallWorld, 'store'>, dialect: string): Promise<string[]> {
  const { record, index, word, form } = searchTables;
  const read = (sql: string) => store.read({ text: sql, sql, values: [] });
  const tables = [
    ...registry.all.map(tableOf),
    evidenceTable.name,
    identifierTable.name,
    statedTable.name,
    word,
    form,
  ];
  const tokens =
    dialect === 'sqlite'
      ? `i.tokens FROM ${record} r JOIN "${index}" i ON i.rowid = r.id`
      : `r.tokens FROM ${record} r`;
  const found = new Map<string, Awaited<ReturnType<typeof read>>>([
    [record, await read(`SELECT r."key", r."type", r.digest, ${tokens}`)],
  ]);
  for (const table of tables) found.set(table, await read(`SELECT * FROM "${table}"`));
  return [...found]
    .flatMap(([table, rows]) =>
      rows.map((row) => {
        const ours = Object.entries(row).filter(([column]) => !['import_version', 'tokens'].includes(column));
        const words = (typeof row.tokens === 'string' ? row.tokens : '').split(' ').sort();
        return `${table} ${JSON.stringify([ours, words])}`;
      }),
    )
    .sort();
}
