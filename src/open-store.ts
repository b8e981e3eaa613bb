/** The catalogue's registry, and its store as configured. */
import type { Logger } from 'pino';
import { assessmentDerivation } from './assessing';
import { profilesOf } from './rdf/profiles/read-profiles';
import type { Config } from './config';
import type { Derivation } from './resource/derivation';
import { registry } from './registry';
import type { Reading } from './store/reading/open-readers';
import { Store } from './store/store';
import { upgradeReport } from './store/upgrade-report';

/** What is derived of the catalogue's records with each write. */
export const derivationsOf = ({ root }: Pick<Config, 'root'>): Derivation[] => [
  assessmentDerivation(registry, profilesOf(root)),
];

/**
 * Opens the configured store and runs pending migrations.
 * @param log gets messages on waiting for a server and on upgraded data; without it, the former go to standard error
 */
export async function openStore(
  {
    databaseUrl,
    databaseWait,
    readOnly,
    migrate,
    root,
    limits,
    reading,
  }: Config & { reading: Partial<Reading> },
  log?: Logger,
): Promise<Store> {
  const store = await Store.open({
    databaseUrl,
    readOnly,
    migrate,
    root,
    registry,
    derivations: derivationsOf({ root }),
    wait: databaseWait,
    reading: {
      ...reading,
      longestStatement: limits.deadline,
      say: (event, server) => {
        if (log) log.warn({ server }, event);
        else process.stderr.write(`${event} (${server}).\n`);
      },
    },
  });
  const report = upgradeReport(store.upgraded);
  if (report) log?.info(report);
  return store;
}
