import type { CatalogueRecord } from '../resource/catalogue-record';
import { Amount, EndDay, Links, Resource, StartDay, Text, Through, ToOne } from '../resource/decorators';
import { TimedRecord } from '../resource/timed-record';
import type { Money } from '../resource/kinds/money';
import { foaf, org, schema, skos } from '../vocabulary/namespaces';
import { Award } from './award';
import { Dataset } from './dataset';
import { FundingPeriod } from './funding-period';
import { Infrastructure } from './infrastructure';
import { Institution } from './institution';
import { Involvement } from './involvement';
import { Provision } from './provision';
import { Publication } from './publication';
import { Relation } from './relation';
import { ResearchCategory } from './research-category';
import { Software } from './software';
import { Usage } from './usage';

@Resource({
  path: 'projects',
  term: foaf('Project'),
  about:
    'A research project ("use case") of the network, which in general uses and further develops its infrastructures.',
  boundedBy: () => Award,
})
export class Project extends TimedRecord {
  @Text({
    about: 'Short name in use, such as PREPARED.',
    term: skos('altLabel'),
    filter: true,
    order: true,
    search: 8,
  })
  acronym!: string | null;

  @Text({
    about: 'Line of funding within the period, as the source words it.',
    filter: true,
    facet: true,
    search: 2,
  })
  fundingLine!: string | null;

  @StartDay({
    about:
      'When it began, as a source states it; null where none does. A day on which a source merely shows it is no beginning: see `attestedFrom`.',
    term: schema('startDate'),
    filter: true,
    order: true,
  })
  startsOn!: string | null;

  @EndDay({
    about: 'When it ended, as a source states it; null where none does.',
    term: schema('endDate'),
    filter: true,
    order: true,
  })
  endsOn!: string | null;

  @ToOne(() => FundingPeriod, {
    about:
      'The funding period that pays for it, as its awards say; null where several do or no source says: see `fundingPeriods`.',
    term: schema('funding'),
    derivedFrom: 'fundingPeriods',
  })
  fundingPeriod!: FundingPeriod | null;

  @Amount({
    about: 'Funding of the whole project, as a source states it.',
    term: schema('amount'),
    filter: true,
    order: true,
  })
  amount!: Money | null;

  @Text({ about: 'How many partners it has, in the words of the sources.' })
  partnersAsStated!: string | null;

  @Links(() => Involvement, {
    as: 'to',
    about: 'How institutions take part, with role and time. Only those that a source names.',
  })
  involvements!: Involvement[];

  @Through(() => Involvement, {
    as: 'to',
    to: () => Institution,
    about: 'The institutions that take part, each once.',
  })
  institutions!: Institution[];

  @Links(() => Usage, { as: 'from', about: 'What it does with infrastructures.' })
  usages!: Usage[];

  @Through(() => Usage, {
    as: 'from',
    to: () => Infrastructure,
    roles: ['USES', 'DEVELOPS'],
    about: 'The infrastructures that it uses or develops, each once.',
  })
  infrastructures!: Infrastructure[];

  @Links(() => Award, {
    as: 'to',
    about: 'The funding it received, with grant number and amount where stated.',
  })
  awards!: Award[];

  @Through(() => Award, {
    as: 'to',
    to: () => FundingPeriod,
    about: 'The funding periods that paid for it, each once.',
  })
  fundingPeriods!: FundingPeriod[];

  @Links(() => Provision, { as: 'from', about: 'Datasets behind which it stands, with its role.' })
  provisions!: Provision[];

  @Through(() => Provision, {
    as: 'from',
    to: () => Dataset,
    about: 'The datasets that it has created, each once.',
  })
  datasets!: Dataset[];

  @Through(() => Relation, { as: 'to', roles: ['PREDECESSOR_OF'], about: 'What it continues.' })
  predecessors!: CatalogueRecord[];

  @Through(() => Relation, { as: 'from', roles: ['PREDECESSOR_OF'], about: 'What continues it.' })
  successors!: CatalogueRecord[];

  @Through(() => Relation, {
    as: 'from',
    to: () => ResearchCategory,
    roles: ['CLASSIFIED_AS'],
    about: 'The category of research activities into which it falls.',
    term: org('classification'),
  })
  categories!: ResearchCategory[];

  @Through(() => Relation, {
    as: 'to',
    to: () => Publication,
    roles: ['DESCRIBES'],
    about: 'The publications that describe it, each once.',
  })
  publications!: Publication[];

  @Through(() => Relation, {
    as: 'to',
    to: () => Software,
    roles: ['DEVELOPED_FOR', 'DOCUMENTS'],
    about: 'The software that is made for it, and its manuals, each once.',
  })
  softwares!: Software[];
}
