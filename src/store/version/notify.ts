/** Notifies the processes that listen on PostgreSQL of a write, once its transaction commits. */
import type { EntityManager } from 'typeorm';
import type { Raised } from '../../resource/versions';
import { classChannel, classPayload, versionChannel } from './version-text';

/** The touched classes are sent before the version, so that listeners know them first. Earlier releases listen to the version only. */
export async function notify(manager: EntityManager, raised: Raised): Promise<void> {
  const telling = 'SELECT pg_notify($1, $2)';
  await manager.query(telling, [classChannel, classPayload(raised)]);
  await manager.query(telling, [versionChannel, String(raised.version)]);
}
