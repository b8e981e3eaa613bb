/** The doubtful links of the last run of each source, which wait for a person. */
import sql from 'sql-template-tag';
import { raw } from 'sql-template-tag';
import { harvestProposalTable } from '../../resource/harvests';
import type { LocalizedTexts } from '../../resource/text';
import type { OrderTerm } from '../order';
import type { PageArguments } from '../page';
import { among, name, type Reader } from '../sql';
import { listedRows } from './listed-rows';

/** A doubtful link as it is kept. */
export interface StoredProposal {
  readonly id: string;
  readonly source: string;
  readonly mention: {
    readonly iri: string | null;
    readonly classes: readonly string[];
    readonly names: readonly { readonly value: string }[];
  };
  readonly candidates: readonly {
    readonly key: string;
    readonly score: number;
    readonly reason: LocalizedTexts;
  }[];
  readonly place: { readonly document: string; readonly line: number | null };
  readonly count: number;
}

export interface ProposalRequest extends PageArguments {
  /** Slugs of sources. */
  readonly sources?: readonly string[] | null;
}

const byText = (column: string): OrderTerm => ({ column, type: 'text', direction: 'ASC', nullable: false });

/** A page of them, by source, and the number of all. */
export const listedProposals = (reader: Reader, { sources, ...page }: ProposalRequest) =>
  listedRows(reader, {
    listing: {
      name: 'Query.linkProposals',
      of: null,
      columns: harvestProposalTable.columns.map((column) => column.name),
      parent: null,
      source: (asking) =>
        sql`FROM ${name(harvestProposalTable.name)} t WHERE ${sources ? among(asking, raw('t.source_slug'), sources) : raw('1 = 1')}`,
    },
    terms: [byText('source_slug'), byText('id')],
    page,
    of: ({ proposal }) => (typeof proposal === 'string' ? JSON.parse(proposal) : proposal) as StoredProposal,
  });
