import type { CatalogueRecord } from '../resource/catalogue-record';
import {
  Count,
  EndDay,
  Links,
  LocalizedText,
  Resource,
  StartDay,
  Terms,
  Text,
  Through,
} from '../resource/decorators';
import { TimedRecord } from '../resource/timed-record';
import type { LocalizedTexts } from '../resource/text';
import { DataModality } from '../vocabulary/data-modality';
import { cv, dcat, dct, foaf, org, schema, skos } from '../vocabulary/namespaces';
import { Award } from './award';
import { Conformance } from './conformance';
import { Contact } from './contact';
import { Dataset } from './dataset';
import { ExternalSource } from './external-source';
import { FundingPeriod } from './funding-period';
import { Institution } from './institution';
import { Participation } from './participation';
import { Project } from './project';
import { Provision } from './provision';
import { Publication } from './publication';
import { Relation } from './relation';
import { ResearchCategory } from './research-category';
import { Service } from './service';
import { Software } from './software';
import { Standard } from './standard';
import { Usage } from './usage';

/** A research infrastructure that the network runs for researchers, such as RACOON. Where no source states when it began or ended, its awards do. */
@Resource({
  path: 'infrastructures',
  term: foaf('Project'),
  about: 'A research infrastructure that the network runs for researchers, such as RACOON.',
  boundedBy: () => Award,
})
export class Infrastructure extends TimedRecord {
  @Text({
    about: 'Short name in use, such as RACOON.',
    term: skos('altLabel'),
    filter: true,
    order: true,
    search: 8,
  })
  acronym!: string | null;

  @LocalizedText({
    about: 'What it concentrates on.',
    allTexts: 'focusTexts',
    term: dct('subject'),
    filter: true,
    search: 4,
  })
  focus!: LocalizedTexts | null;

  @Terms(DataModality, {
    about: 'Kinds of data that it holds or gives access to.',
    term: { predicate: dcat('keyword'), object: 'tagged' },
    filter: true,
    facet: true,
    search: 4,
  })
  modalities!: DataModality[];

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

  @Count({
    about:
      'How many sites it has, as a source states that does not name them. Sources may disagree: see `disputes`. The sites that sources name are the `institutions`.',
    filter: true,
    order: true,
  })
  numberOfSites!: number | null;

  @Links(() => Participation, {
    as: 'to',
    number: 'numberOfSites',
    about:
      'How sites take part, with role and time: a link for each role of a site. Only sites that a source names.',
  })
  participations!: Participation[];

  @Through(() => Participation, {
    as: 'to',
    to: () => Institution,
    number: 'numberOfSites',
    about: 'The sites that take part, each once, whatever their roles. Only sites that a source names.',
  })
  institutions!: Institution[];

  @Links(() => Award, {
    as: 'to',
    about: 'The funding it received, with grant number and amount where stated.',
  })
  awards!: Award[];

  @Through(() => Award, {
    as: 'to',
    to: () => FundingPeriod,
    about: 'The funding periods in which it ran, each once.',
  })
  fundingPeriods!: FundingPeriod[];

  @Links(() => Usage, { as: 'to', about: 'What projects do with it.' })
  usages!: Usage[];

  @Through(() => Usage, {
    as: 'to',
    to: () => Project,
    roles: ['USES', 'DEVELOPS'],
    about: 'The projects that use or develop it, each once.',
  })
  projects!: Project[];

  @Links(() => Provision, {
    as: 'from',
    about: 'Datasets and services behind which it stands, with its role.',
  })
  provisions!: Provision[];

  @Through(() => Provision, {
    as: 'from',
    to: () => Dataset,
    about: 'The datasets that it holds, publishes or has created, each once.',
  })
  datasets!: Dataset[];

  @Through(() => Provision, {
    as: 'from',
    to: () => Service,
    about: 'The services that it offers to researchers, each once.',
  })
  services!: Service[];

  @Links(() => Conformance, {
    as: 'from',
    about: 'Standards that it follows, each with the source that says so.',
  })
  conformances!: Conformance[];

  @Through(() => Conformance, {
    as: 'from',
    to: () => Standard,
    about: 'The standards that it follows, each once.',
  })
  standards!: Standard[];

  @Through(() => Relation, {
    as: 'to',
    roles: ['PREDECESSOR_OF'],
    about: 'What it continues: projects, infrastructures and sources outside the network.',
  })
  predecessors!: CatalogueRecord[];

  @Through(() => Relation, { as: 'from', roles: ['PREDECESSOR_OF'], about: 'What continues it.' })
  successors!: CatalogueRecord[];

  @Through(() => Relation, {
    as: 'to',
    to: () => ExternalSource,
    about: 'Networks and sources outside the NUM that are linked with it, each once.',
  })
  externalSources!: ExternalSource[];

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

  @Through(() => Relation, {
    as: 'to',
    to: () => Contact,
    roles: ['CONTACT_OF'],
    about: 'The offices that answer questions on it.',
    term: cv('contactPoint'),
  })
  contacts!: Contact[];
}
