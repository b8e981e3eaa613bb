/** The command line of TypeORM, which reads `ormconfig.ts`: it shows and takes back what the gateway has migrated. */
import { join } from 'node:path';
import { describeOnEachDatabase, emptyDatabase } from '../helpers/databases';
import { run, startScript } from '../helpers/gateway-process';

jest.setTimeout(120_000);

const root = join(__dirname, '../..');

describeOnEachDatabase('the command line of TypeORM', (dialect) => {
  it('shows every migration as run once the gateway has migrated, and can take back the last', async () => {
    const database = await emptyDatabase(dialect);
    const env = { DATABASE_URL: database.url };
    const typeorm = (command: string) =>
      startScript(
        [join(root, 'node_modules/typeorm/cli.js'), command, '-d', join(root, 'dist/ormconfig.js')],
        {
          env,
        },
      ).ended;

    const before = await typeorm('migration:show');
    await run(['migrate'], { env });
    const after = await typeorm('migration:show');
    const reverted = await typeorm('migration:revert');
    const last = await typeorm('migration:show');

    expect(before.stdout).toMatch(/\[ \] CreateSources/);
    expect(after.stdout).toMatch(/\[X\] \d* ?CreateSources/);
    expect(after.stdout).not.toContain('[ ]');
    expect(reverted.code).toBe(0);
    expect(last.stdout.match(/\[ \]/g)).toHaveLength(1);
    await database.drop();
  });
});
