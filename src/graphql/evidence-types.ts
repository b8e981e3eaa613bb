/** The types of evidence. */
import type { StatedEvidence } from '../resource/evidence';
import { Source } from '../resource/source';
import { readStatedDay } from '../resource/time';
import { Confidence } from '../vocabulary/confidence';
import { DatePrecision } from '../vocabulary/date-precision';
import { resolvedField, resolversOf, type Carrier } from './define';
import { enumOf } from './enums';
import { oneRecord } from './one-record';
import { ImportType, originResolvers, OriginType, shownImport } from './origin-types';
import { plainType } from './plain-type';
import { DateScalar } from './scalars';

const HarvestedDocumentType = plainType(
  'HarvestedDocument',
  'A document of a source as it was read when something was harvested from it.',
  {
    address: [String, 'Where it was found: a web address, or a file, with the part of an archive after `#`.'],
    digest: [
      String,
      '`sha256:` and the digest of its bytes: another one means that the document has changed since.',
    ],
  },
);

export const EvidenceType = plainType(
  'Evidence',
  'What one source says: who says so, in which words, and how far it can be relied on.',
  {
    property: [
      String,
      'The field of which it speaks; null when it speaks of the record as a whole.',
      'nullable',
    ],
    statedValue: [String, "The value that the source states, in the source's own writing.", 'nullable'],
    quotation: [String, 'A short quotation.', 'nullable'],
    confidence: [enumOf(Confidence), 'How far it can be relied on.'],
    statedOn: [DateScalar, 'When the source said so; for a stated month or year its first day.', 'nullable'],
    statedOnPrecision: [
      enumOf(DatePrecision),
      'How exactly it is known when the source said so; null where it is unknown.',
      'nullable',
    ],
    note: [String, 'What a reader of the source should know.', 'nullable'],
    complete: [
      Boolean,
      'True where the source lists everything that the property holds at that time, so that what it does not list is not so. False where it does not say.',
    ],
    document: [
      HarvestedDocumentType,
      'The document from which the value was harvested; null where it was not harvested, or the document itself brought this evidence.',
      'nullable',
    ],
  },
);

const evidence = resolversOf(EvidenceType, 'Evidence');

resolvedField<StatedEvidence>(evidence, {
  name: 'citedFrom',
  type: Source,
  about: 'The source that says so.',
  ...oneRecord(({ sourceId }) => sourceId),
});
resolvedField<StatedEvidence>(evidence, {
  name: 'origin',
  type: OriginType,
  about: 'Whose import brought the statement in.',
  resolve: async ({ origin }, _, { loaders }) => (await loaders.origins()).get(origin),
});
resolvedField<StatedEvidence>(evidence, {
  name: 'import',
  type: ImportType,
  about:
    'The import that last changed what its origin says of the record; null where that was before imports were recorded.',
  nullable: true,
  resolve: async ({ importVersion }, _, { loaders }) => {
    const found = importVersion === null ? null : await loaders.import(importVersion);
    return found && shownImport(found);
  },
});

/** @param resource the interface of resources, which is declared with the help of this file */
export const addDuring = (resource: object): void => {
  resolvedField<StatedEvidence>(evidence, {
    name: 'during',
    type: [resource],
    about:
      'The records, such as funding periods, for whose time the source states it; empty where it names none. The statement then shows it during that time, and not on `statedOn`.',
    resolve: async ({ during }, _, { loaders }) =>
      (await Promise.all(during.map((key) => loaders.record(key)))).filter((record) => record !== null),
  });
};

export const DisputeType = plainType(
  'Dispute',
  'A property on which sources disagree, with each statement.',
  {
    property: [String, 'The field on whose value they disagree.'],
    statements: [[EvidenceType], 'Each statement with its source.'],
  },
);

/** The resolvers of all these types. */
export const evidenceResolvers: readonly Carrier[] = [evidence, originResolvers];

/** A statement as the schema shows it. */
export function shown(statement: StatedEvidence) {
  const stated = statement.statedOn === null ? null : readStatedDay(statement.statedOn, 'start');
  return { ...statement, statedOn: stated?.day ?? null, statedOnPrecision: stated?.precision ?? null };
}
