/** Where the versions of the data of a store come from. */
import { DataSource } from 'typeorm';
import type { Row } from '../../resource/values';
import { connectionOptions, listeningClient, type Location } from '../driver';
import type { StatementReader } from '../reading/statement-reader';
import { PostgresVersions } from './postgres-versions';
import { ReplicaVersions } from './replica-versions';
import { SqliteVersions } from './sqlite-versions';
import { versionsIn, versionsText } from './version-text';
import { VersionTracker } from './version-tracker';

/**
 * Makes the tracker for the version of the data. It connects when the version is first asked for.
 * @param replicas the reader, if it may lag behind the primary: then the version of what is read counts
 */
export function trackerFor(
  location: Location,
  writer: DataSource,
  replicas: (StatementReader & { moves?: number }) | null,
): VersionTracker {
  if (replicas) return new VersionTracker(new ReplicaVersions(replicas));
  if (location.dialect === 'sqlite')
    return new VersionTracker(new SqliteVersions(new DataSource(connectionOptions(location))));
  const tracker: VersionTracker = new VersionTracker(
    new PostgresVersions({
      clientOf: () => listeningClient(location.url),
      onWrite: (raised) => tracker.learnWrite(raised),
      otherwise: async () => versionsIn(await writer.query<Row[]>(versionsText)),
    }),
  );
  return tracker;
}
