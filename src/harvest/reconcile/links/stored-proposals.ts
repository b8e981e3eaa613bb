/** The proposals of the last run of each source, as the database keeps them. */
import sql from 'sql-template-tag';
import { name, type Reader } from '../../../query/sql';
import { harvestProposalTable } from '../../../resource/harvests';
import type { ProposalStore, Proposal } from '../proposal';

export const storedProposals = (reader: Reader): ProposalStore => ({
  list: async (source) => {
    const rows = await reader.read(
      source === undefined
        ? sql`SELECT proposal FROM ${name(harvestProposalTable.name)} ORDER BY source_slug, id`
        : sql`SELECT proposal FROM ${name(harvestProposalTable.name)} WHERE source_slug = ${source} ORDER BY source_slug, id`,
    );
    return rows.map(
      ({ proposal }) => (typeof proposal === 'string' ? JSON.parse(proposal) : proposal) as Proposal,
    );
  },
});
