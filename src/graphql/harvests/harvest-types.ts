/** The types in which the schema shows harvests: runs, what they found, and the sources. */
import { Int } from 'type-graphql';
import type { Harvest } from '../../resource/harvests';
import { Source } from '../../resource/source';
import { inLanguage, type LocalizedTexts } from '../../resource/text';
import { HarvestOutcome } from '../../vocabulary/harvest-outcome';
import type { Language } from '../../vocabulary/language';
import { languageFor } from '../context';
import { resolvedField, resolversOf, type Carrier } from '../define';
import { enumFrom, enumOf } from '../enums';
import { languageArguments } from '../language-arguments';
import { oneRecord } from '../one-record';
import { plainType } from '../plain-type';
import { DateTimeScalar } from '../scalars';

const severities = enumFrom('HarvestFindingSeverity', 'How much a finding matters.', {
  ERROR: 'Something is lost or wrong.',
  WARNING: 'Something should be better.',
  INFO: 'Nothing has to be done.',
});

/** A finding as it is kept. */
interface KeptFinding {
  message: LocalizedTexts;
  remedy: LocalizedTexts;
}

const FindingType = plainType('HarvestFinding', 'One thing that a steward of a source should know.', {
  code: [String, 'What it is, as a stable code such as `retired-vocabulary-iri`.'],
  severity: [severities, 'How much it matters.'],
  kind: [
    String,
    'Which part of the work came upon it: syntax, repair, shape, mapping, person, link or fetch.',
  ],
  document: [String, 'The address of the document in which it stands.'],
  line: [Int, 'The line of the document, from 1; null where it is not known.', 'nullable'],
  column: [Int, 'The column of the line, from 1; null where it is not known.', 'nullable'],
  subject: [
    String,
    'The record or node of the document that it is about; null if it is the document.',
    'nullable',
  ],
  property: [String, 'The property that it is about; null if it is about none.', 'nullable'],
  value: [String, 'The value as the document writes it; null if it is about none.', 'nullable'],
  before: [String, 'Of a repair: what stood there; null for other findings.', 'nullable'],
  after: [String, 'Of a repair: what stands there now; null for other findings.', 'nullable'],
});
const finding = resolversOf(FindingType, 'HarvestFinding');
for (const [name, about] of [
  ['message', 'What it is, in one or two sentences.'],
  ['remedy', 'How it is mended.'],
] as const)
  resolvedField<KeptFinding, { language?: Language | null }>(finding, {
    name,
    type: String,
    about,
    args: languageArguments,
    resolve: (texts, { language }, context) => inLanguage(texts[name], languageFor(language, context)),
  });

const CountsType = plainType('HarvestFindingCounts', 'How many findings a harvest had of each severity.', {
  errors: [Int, 'Number of errors.'],
  warnings: [Int, 'Number of warnings.'],
  infos: [Int, 'Number of findings for which nothing has to be done.'],
});

const PhaseType = plainType('HarvestPhase', 'A part of a harvest, and how long it took.', {
  name: [String, 'Which part: read, link, write or withdraw.'],
  milliseconds: [Int, 'How long it took.'],
});

export const HarvestType = plainType(
  'Harvest',
  'A run over a source: what it brought in, what was wrong there, and how long it took.',
  {
    number: [Int, 'Counts the runs of its source, from 1.'],
    startedAt: [DateTimeScalar, 'When it began.'],
    finishedAt: [DateTimeScalar, 'When it ended; null while it runs.', 'nullable'],
    outcome: [enumOf(HarvestOutcome), 'How it ended.'],
    error: [String, 'Why it failed or is incomplete, in words; null where nothing went wrong.', 'nullable'],
    documentCount: [Int, 'Number of documents that were read.'],
    createdCount: [Int, 'Number of records and links that it made, or stated as the first.'],
    updatedCount: [Int, 'Number of records and links of which the source now says something else.'],
    unchangedCount: [Int, 'Number of records and links that it found as they were.'],
    refusedCount: [Int, 'Number of records and links that could not come in.'],
    notSeenCount: [Int, 'Number of records and links that the source has stated before, and no longer does.'],
    withdrawnCount: [Int, 'Number of records and links that it withdrew.'],
    personCount: [Int, 'Number of individuals who were left out.'],
    findingCounts: [CountsType, 'How many findings it had.'],
    findings: [[FindingType], 'Its first findings, at most 200.'],
    milliseconds: [Int, 'How long it took in all.'],
    phases: [[PhaseType], 'How long its parts took.'],
  },
);
const harvest = resolversOf(HarvestType, 'Harvest');

resolvedField<{ sourceKey: string }>(harvest, {
  name: 'source',
  type: Source,
  about: 'What was harvested; null where nothing of it has come in yet.',
  nullable: true,
  ...oneRecord(({ sourceKey }) => sourceKey),
});

/** A run as the schema shows it. */
export const shownHarvest = ({ counts, findings, findingsKept, phases, ...run }: Harvest) => ({
  ...run,
  sourceKey: `sources/${run.source}`,
  documentCount: counts.documents,
  createdCount: counts.created,
  updatedCount: counts.updated,
  unchangedCount: counts.unchanged,
  refusedCount: counts.refused,
  notSeenCount: counts.notSeen,
  withdrawnCount: counts.withdrawn,
  personCount: counts.persons,
  findingCounts: findings,
  findings: (findingsKept as ({ id: string; place: object } & KeptFinding)[]).map(
    ({ id, place, ...texts }) => ({
      ...texts,
      ...place,
      code: id,
    }),
  ),
  phases: Object.entries(phases).map(([name, milliseconds]) => ({ name, milliseconds })),
});

/** The resolvers of these types. */
export const harvestResolvers: Carrier[] = [harvest, finding];
