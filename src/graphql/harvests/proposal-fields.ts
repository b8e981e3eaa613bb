/** The doubtful links that harvests propose, for who decides on them. */
import { Float, Int } from 'type-graphql';
import {
  listedProposals,
  type StoredProposal,
  type ProposalRequest,
} from '../../query/harvests/read-proposals';
import { Source } from '../../resource/source';
import { inLanguage, type LocalizedTexts } from '../../resource/text';
import type { Language } from '../../vocabulary/language';
import { pagesOf } from '../connections';
import { languageFor } from '../context';
import { argumentsOf, queryField, resolvedField, resolversOf, type Carrier } from '../define';
import { ResourceInterface } from '../interfaces';
import { languageArguments } from '../language-arguments';
import { oneRecord } from '../one-record';
import { PageArgumentsType } from '../page-types';
import { plainType } from '../plain-type';

const CandidateType = plainType('LinkCandidate', 'A record that may be what a document mentions.', {
  key: [String, 'Its key, such as institutions/marburg, with which "num-gateway links confirm" is called.'],
  score: [Float, 'How likely it is, from 0 to 1: only for the order, nothing is linked by it.'],
});
const candidate = resolversOf(CandidateType, 'LinkCandidate');

resolvedField<{ key: string }>(candidate, {
  name: 'record',
  type: ResourceInterface,
  about: 'The record; null if it is not there any more.',
  nullable: true,
  ...oneRecord(({ key }) => key),
});

resolvedField<{ reason: LocalizedTexts }, { language?: Language | null }>(candidate, {
  name: 'reason',
  type: String,
  about: 'Why it may be it.',
  args: languageArguments,
  resolve: ({ reason }, { language }, context) => inLanguage(reason, languageFor(language, context)),
});

const ProposalType = plainType(
  'LinkProposal',
  'A link that a harvest found too doubtful to make: a person decides with "num-gateway links review".',
  {
    key: [String, 'The same in every run; "num-gateway links confirm" and "links refuse" take it.'],
    mentionedName: [String, 'How the document calls what it mentions; null if it does not.', 'nullable'],
    mentionedIri: [String, 'The address by which the document mentions it; null for none.', 'nullable'],
    classes: [[String], 'The types of records that it may be.'],
    candidates: [[CandidateType], 'The records that it may be, the most likely one first.'],
    document: [String, 'The document that mentions it first.'],
    line: [Int, 'The line there; null where it is not known.', 'nullable'],
    count: [Int, 'In how many places it is mentioned.'],
  },
);
const proposal = resolversOf(ProposalType, 'LinkProposal');

resolvedField<{ sourceKey: string }>(proposal, {
  name: 'source',
  type: Source,
  about: 'The source whose document mentions it; null where nothing of it has come in yet.',
  nullable: true,
  ...oneRecord(({ sourceKey }) => sourceKey),
});

/** Where files are on this machine is nobody's business. */
const shownDocument = (address: string): string => address.replace(/^file:.*\//, 'file:');

const shown = ({ id, source, mention, candidates, place, count }: StoredProposal) => ({
  key: id,
  sourceKey: `sources/${source}`,
  mentionedName: mention.names[0]?.value ?? null,
  mentionedIri: mention.iri,
  classes: mention.classes,
  candidates,
  document: shownDocument(place.document),
  line: place.line,
  count,
});

const ConnectionType = pagesOf('LinkProposal', ProposalType);

/** Adds the list of doubtful links. */
export function defineProposals(query: Carrier): Carrier[] {
  queryField<ProposalRequest>(query, {
    name: 'linkProposals',
    type: ConnectionType,
    about:
      'The links that the last harvest of each source found too doubtful to make, by source. Decisions count from the next harvest on.',
    args: argumentsOf(
      'QueryLinkProposals',
      [{ name: 'sources', type: [String], about: 'Only those of the sources with these slugs.' }],
      PageArgumentsType,
    ),
    resolve: (_, request, context) => {
      // They change without a new version of the data.
      context.readsStates?.();
      const page = listedProposals(context.reader, request);
      return {
        nodes: async () => (await page.nodes()).map(shown),
        edges: async () => (await page.edges()).map(({ node, cursor }) => ({ cursor, node: shown(node) })),
        pageInfo: page.pageInfo,
        totalCount: page.totalCount,
      };
    },
  });
  return [candidate, proposal];
}
