/** Opens a database only for reading, without any check: for threads of a program that has opened its store already. */
import { DataSource } from 'typeorm';
import { accessTo } from './access';
import { connectionOptions, locationOf } from './driver';
import { usualReading, type Reading } from './reading/open-readers';
import { ReadingConnections } from './reading/reading-connections';

export async function openReading({
  databaseUrl,
  root,
  reading,
}: {
  databaseUrl: string;
  /** Base folder for a relative SQLite path. */
  root: string;
  reading: Partial<Reading>;
}): Promise<ReadingConnections> {
  const place = locationOf(databaseUrl, root);
  const location = { ...place, access: await accessTo(place, 'on') };
  const canceller = new DataSource(connectionOptions(location, { connections: 1 }));
  if (location.dialect === 'postgres') await canceller.initialize();
  return ReadingConnections.open(location, canceller, { ...usualReading, ...reading });
}
