/** Leases: which process does a work that only one may do at a time, and until when. */
import type { EntityManager } from 'typeorm';
import { harvestLeaseTable } from '../resource/harvests';
import type { Row } from '../resource/values';

/** Who wants a lease, and for how long. */
export interface LeaseRequest {
  name: string;
  holder: string;
  now: string;
  until: string;
  /** Whether a holder is known to be dead, so that its lease counts no more. */
  isDead?: (holder: string) => boolean;
}

export class Leases {
  constructor(private readonly manager: EntityManager) {}

  /** Takes or renews a lease. @returns its holder, who is another one if it was refused */
  async take({ name, holder, now, until, isDead }: LeaseRequest): Promise<string> {
    const found = await this.manager.findOne<Row>(harvestLeaseTable.name, { where: { name } });
    const other = found && found.holder !== holder ? (found.holder as string) : null;
    if (other !== null && (found?.until as string) > now && !isDead?.(other)) return other;
    await this.manager.upsert<Row>(harvestLeaseTable.name, [{ name, holder, until }], ['name']);
    return holder;
  }

  /** Gives a lease back. */
  async release(name: string, holder: string): Promise<void> {
    await this.manager.delete<Row>(harvestLeaseTable.name, { name, holder });
  }
}
