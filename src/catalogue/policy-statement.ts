import { CatalogueRecord } from '../resource/catalogue-record';
import { Count, Integer, Resource, StartDay, Term, Text, Through, ToOne } from '../resource/decorators';
import { dct, foaf, schema } from '../vocabulary/namespaces';
import { PolicyStatementKind } from '../vocabulary/policy-statement-kind';
import { Institution } from './institution';
import { Relation } from './relation';
import { ResearchCategory } from './research-category';

/** Its exact words stand in its evidence, in each edition that has them. */
@Resource({
  path: 'policy-statements',
  term: schema('Statement'),
  about:
    'What an organisation says of itself: its vision and mission, the principles by which it acts, its tasks, and why. The exact words of each edition are the quotations of its evidence.',
})
export class PolicyStatement extends CatalogueRecord {
  @Term(PolicyStatementKind, {
    about: 'What kind of statement it is.',
    term: dct('type'),
    required: true,
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  kind!: PolicyStatementKind;

  @Text({
    about:
      'What it says, in one short English phrase, by which documents in different languages can be compared. They may say different things: see `disputes`. Null where they say the same.',
    term: dct('abstract'),
    filter: true,
    search: 2,
  })
  summary!: string | null;

  @Integer({
    about:
      'Its place in the vision or mission of which it is a part, in the order of the document; null where it does not stand in it.',
    term: schema('position'),
    filter: true,
    order: true,
  })
  position!: number | null;

  @StartDay({
    about: 'When it was developed, as far as a source tells.',
    term: dct('created'),
    filter: true,
    order: true,
  })
  developedOn!: string | null;

  @Count({
    about: 'For how many years a vision looks ahead, as a source states.',
    filter: true,
    order: true,
  })
  horizonYears!: number | null;

  @ToOne(() => Institution, {
    about: 'Whose statement it is.',
    term: { predicate: dct('creator'), class: foaf('Agent') },
    required: true,
  })
  statedBy!: Institution;

  @ToOne(() => ResearchCategory, {
    about: 'The category of research activities that it concerns; null where it concerns more than one.',
    term: dct('subject'),
  })
  category!: ResearchCategory | null;

  @Through(() => Relation, {
    as: 'to',
    to: () => PolicyStatement,
    roles: ['PART_OF'],
    about: 'The single statements that it consists of, such as the principles in a mission.',
    term: dct('hasPart'),
  })
  parts!: PolicyStatement[];

  @Through(() => Relation, {
    as: 'from',
    to: () => PolicyStatement,
    roles: ['PART_OF'],
    about: 'The statements of which it is a part, such as a mission.',
    term: dct('isPartOf'),
  })
  wholes!: PolicyStatement[];
}
