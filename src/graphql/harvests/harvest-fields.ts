/** Where harvests are asked for: at a source, which evidence cites, and as a list of all runs. */
import { Int } from 'type-graphql';
import {
  harvestOrders,
  listedHarvests,
  readHarvestedSources,
  type HarvestRequest,
} from '../../query/harvests/read-harvests';
import { slugOfKey } from '../../resource/identity';
import type { StoredRecord } from '../../resource/record';
import { Source } from '../../resource/source';
import { HarvestOutcome } from '../../vocabulary/harvest-outcome';
import { directions } from '../connection-arguments';
import { pagesOf } from '../connections';
import type { RequestContext } from '../context';
import { argumentsOf, inputType, queryField, resolvedField, resolversOf, type Carrier } from '../define';
import { enumCode, enumFrom, enumOf } from '../enums';
import { ResourceInterface } from '../interfaces';
import { oneRecord } from '../one-record';
import { PageArgumentsType } from '../page-types';
import { plainType } from '../plain-type';
import { DateTimeScalar } from '../scalars';
import { harvestResolvers, HarvestType, shownHarvest } from './harvest-types';

const orderField = enumFrom(
  'HarvestOrderField',
  'The fields by which a list of Harvest can be ordered.',
  Object.fromEntries(
    [
      ['startedAt', 'When it began.'],
      ['sourceSlug', 'The slug of its source.'],
      ['milliseconds', 'How long it took.'],
      ['createdCount', 'How many records it made.'],
      ['refusedCount', 'How many records could not come in.'],
    ].map(([name = '', about = '']) => [enumCode(name), about]),
  ),
  Object.fromEntries(Object.keys(harvestOrders).map((name) => [enumCode(name), name])),
);

const order = inputType('HarvestOrder', 'An order of a list of Harvest.', [
  { name: 'field', type: orderField, about: 'The field to order by.', required: true },
  { name: 'direction', type: directions, about: 'In which direction.', defaultValue: 'ASC' },
]);

const narrowing = [
  {
    name: 'outcomes',
    type: [enumOf(HarvestOutcome)] as [object],
    about: 'It ended in one of these ways.',
  },
  { name: 'startedFrom', type: DateTimeScalar, about: 'It began at this moment or later.' },
  { name: 'startedUntil', type: DateTimeScalar, about: 'It began before this moment.' },
];

const filter = inputType('HarvestFilter', 'Conditions on a harvest, all of them at once.', [
  { name: 'sources', type: [String], about: 'It is a run of one of the sources with these slugs.' },
  ...narrowing,
]);

const ConnectionType = pagesOf('Harvest', HarvestType);

const listArguments = (name: string): Carrier =>
  argumentsOf(
    name,
    [
      { name: 'filter', type: filter, about: 'Only what meets these conditions.' },
      { name: 'orderBy', type: [order], about: 'The order; without it, the newest first.' },
    ],
    PageArgumentsType,
  );

/** A page of runs as the schema shows it. Runs are written without a new version of the data, so answers with them are not cached. */
function shownPage(context: RequestContext, request: HarvestRequest) {
  context.readsStates?.();
  const page = listedHarvests(context.reader, request);
  return {
    nodes: async () => (await page.nodes()).map(shownHarvest),
    edges: async () => (await page.edges()).map(({ node, cursor }) => ({ cursor, node: shownHarvest(node) })),
    pageInfo: page.pageInfo,
    totalCount: page.totalCount,
  };
}

const SourceFailingType = plainType('SourceFailing', 'That a source could not be read completely of late.', {
  since: [
    DateTimeScalar,
    'When the first of the runs began that failed or were incomplete, one after the other.',
  ],
  error: [String, 'Why the last run failed, in words; null while another one runs.', 'nullable'],
});

const SourceHarvestType = plainType(
  'SourceHarvest',
  'How a source is harvested, and how the last run ended.',
  {
    kind: [String, 'What it publishes: DCAT, SITEMAP, FDP, FHIR, TABLE or YAML.'],
    address: [String, 'Its web address; null for a file.', 'nullable'],
    schedule: [
      String,
      'When it is harvested by itself: a cron pattern in UTC, or an ISO 8601 duration; null if that is by command only.',
      'nullable',
    ],
    rank: [Int, 'Where sources state different values, that of the smallest rank is shown.'],
    lastRun: [HarvestType, 'The last run; null before the first one.', 'nullable'],
    failing: [
      SourceFailingType,
      'Since when its runs fail or are incomplete, and why; null if the last one was not.',
      'nullable',
    ],
    nextAt: [DateTimeScalar, 'When it is harvested next by itself; null if that is not known.', 'nullable'],
    notSeenCount: [
      Int,
      'How many of its records the last full run did not see, and that are not withdrawn yet.',
    ],
    proposalCount: [Int, 'How many doubtful links wait for a person.'],
  },
);
const sourceHarvest = resolversOf(SourceHarvestType, 'SourceHarvest');

resolvedField<{ owner: string | null }>(sourceHarvest, {
  name: 'owner',
  type: ResourceInterface,
  about: 'The institution or infrastructure that answers for it; null if none is named.',
  nullable: true,
  ...oneRecord(({ owner }) => owner),
});

const source = resolversOf(Source, 'SourceHarvests');

resolvedField<StoredRecord>(source, {
  name: 'harvest',
  type: SourceHarvestType,
  about: 'How it is harvested; null if it is not.',
  nullable: true,
  resolve: async ({ key }, _, context) => {
    context.readsStates?.();
    const slug = slugOfKey(key);
    const found = (await readHarvestedSources(context.reader, [slug])).get(slug);
    return (
      found && {
        ...found,
        lastRun: found.lastRun && shownHarvest(found.lastRun),
        failing: found.failingSince && {
          since: found.failingSince,
          error: found.lastRun?.error ?? null,
        },
        notSeenCount: found.notSeen,
        proposalCount: found.proposals,
      }
    );
  },
});

resolvedField<StoredRecord, HarvestRequest>(source, {
  name: 'harvests',
  type: ConnectionType,
  about: 'Its harvests, the newest first where no order is given.',
  args: listArguments('SourceHarvests'),
  resolve: ({ key }, { filter: given, ...request }, context) => {
    const slug = slugOfKey(key);
    const slugs = given?.sources;
    const sources = !slugs || slugs.includes(slug) ? [slug] : [];
    return shownPage(context, { ...request, filter: { ...given, sources } });
  },
});

/** Adds the list of all runs. */
export function defineHarvests(query: Carrier): Carrier[] {
  queryField<HarvestRequest>(query, {
    name: 'harvests',
    type: ConnectionType,
    about: 'The harvests of all sources, the newest first where no order is given.',
    args: listArguments('QueryHarvests'),
    resolve: (_, request, context) => shownPage(context, request),
  });
  return [...harvestResolvers, sourceHarvest, source];
}
