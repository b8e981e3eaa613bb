import { CatalogueRecord } from '../resource/catalogue-record';
import {
  Count,
  Iri,
  Links,
  LocalizedText,
  Period,
  Resource,
  StartDay,
  Term,
  Terms,
  Text,
  Texts,
  Through,
  ToMany,
  ToOne,
  UniqueIdentifier,
} from '../resource/decorators';
import type { LocalizedTexts } from '../resource/text';
import type { DaySpan } from '../resource/kinds/period';
import { AccessRights } from '../vocabulary/access-rights';
import { DataModality } from '../vocabulary/data-modality';
import { DatasetKind } from '../vocabulary/dataset-kind';
import { adms, dcat, dct, dpv, healthdcatap, skos, vcard } from '../vocabulary/namespaces';
import { Conformance } from './conformance';
import { Contact } from './contact';
import { Distribution } from './distribution';
import { Infrastructure } from './infrastructure';
import { Institution } from './institution';
import { Project } from './project';
import { Provision } from './provision';
import { Publication } from './publication';
import { Relation } from './relation';
import { Standard } from './standard';

/** Datasets, described in the terms of DCAT-AP 3 and HealthDCAT-AP. */
@Resource({
  path: 'datasets',
  term: dcat('Dataset'),
  about: 'A dataset, cohort, registry, image collection or biosample collection with its FAIR metadata.',
})
export class Dataset extends CatalogueRecord {
  @Term(DatasetKind, {
    about: 'What kind of dataset it is.',
    term: dct('type'),
    required: true,
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  kind!: DatasetKind;

  @Text({
    about: 'Short name in use, such as GECCO.',
    term: skos('altLabel'),
    filter: true,
    order: true,
    search: 8,
  })
  acronym!: string | null;

  @UniqueIdentifier('DOI', {
    about:
      'DOI of the dataset itself, over all of its versions; null where it has none. The articles on it are `publications`.',
  })
  doi!: string | null;

  @Texts({ about: 'Keywords.', term: dcat('keyword'), filter: true, facet: true, search: 4 })
  keywords!: string[];

  // DCAT-AP allows only themes from its own list. These codes are not in it, so they are stated as keywords.
  @Terms(DataModality, {
    about: 'Kinds of data in it.',
    term: { predicate: dcat('keyword'), object: 'tagged' },
    filter: true,
    facet: true,
    search: 4,
  })
  themes!: DataModality[];

  @Iri({
    about: 'Licence under which it can be used; null where none is stated.',
    term: { predicate: dct('license'), class: dct('LicenseDocument') },
    filter: true,
    facet: true,
  })
  licence!: string | null;

  @Term(AccessRights, {
    about: 'Who may use it; null where no source says.',
    term: { predicate: dct('accessRights'), class: dct('RightsStatement') },
    filter: true,
    order: true,
    facet: true,
  })
  accessRights!: AccessRights | null;

  @LocalizedText({
    about: 'How to get access.',
    allTexts: 'accessProcedureTexts',
    paragraphs: true,
    term: { predicate: dct('rights'), object: 'node', class: dct('RightsStatement') },
    search: 1,
  })
  accessProcedure!: LocalizedTexts | null;

  @Period({ about: 'The time that the data cover.', term: dct('temporal'), filter: true })
  temporalCoverage!: DaySpan | null;

  @Text({
    about: 'The area that the data cover.',
    term: { predicate: dct('spatial'), object: 'node', class: dct('Location') },
    filter: true,
    facet: true,
    search: 2,
  })
  spatialCoverage!: string | null;

  @Count({ about: 'Number of records.', term: healthdcatap('numberOfRecords'), filter: true, order: true })
  numberOfRecords!: number | null;

  @Count({
    about: 'Number of different persons whose data are in it.',
    term: healthdcatap('numberOfUniqueIndividuals'),
    filter: true,
    order: true,
  })
  numberOfUniqueIndividuals!: number | null;

  @LocalizedText({
    about: 'Size and content in the words of the source, with the date to which they refer.',
    allTexts: 'sizeTexts',
    paragraphs: true,
    search: 1,
  })
  sizeAsStated!: LocalizedTexts | null;

  @Texts({
    about: 'Health categories of the European Health Data Space to which it belongs, as IRIs.',
    address: 'iri',
    term: { predicate: healthdcatap('healthCategory'), class: skos('Concept') },
    filter: true,
    facet: true,
  })
  healthCategories!: string[];

  @Text({
    about: 'Legal basis of the processing, as an IRI of the Data Privacy Vocabulary or in words.',
    term: { predicate: dpv('hasLegalBasis'), object: 'node', class: dpv('LegalBasis') },
    filter: true,
  })
  legalBasis!: string | null;

  @StartDay({ about: 'When it was first published.', term: dct('issued'), filter: true, order: true })
  issuedOn!: string | null;

  @Text({ about: 'Version.', term: dcat('version'), filter: true })
  version!: string | null;

  @Text({ about: 'What is new in this version.', term: adms('versionNotes'), paragraphs: true, search: 1 })
  versionNotes!: string | null;

  @ToOne(() => Contact, {
    about: 'Whom to ask.',
    term: { predicate: dcat('contactPoint'), class: vcard('Kind') },
  })
  contact!: Contact | null;

  @ToMany(() => Distribution, { by: 'dataset', about: 'The ways of getting it.', term: dcat('distribution') })
  distributions!: Distribution[];

  @Links(() => Provision, { as: 'to', about: 'Who stands behind it, in which role.' })
  provisions!: Provision[];

  @Through(() => Provision, {
    as: 'to',
    roles: ['CUSTODIAN'],
    about: 'Who keeps the data and answers for them.',
  })
  custodians!: CatalogueRecord[];

  @Through(() => Provision, {
    as: 'to',
    to: () => Institution,
    about: 'The institutions behind it, each once.',
  })
  institutions!: Institution[];

  @Through(() => Provision, {
    as: 'to',
    to: () => Infrastructure,
    about: 'The infrastructures behind it, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Provision, { as: 'to', to: () => Project, about: 'The projects behind it, each once.' })
  projects!: Project[];

  @Links(() => Conformance, {
    as: 'from',
    about: 'Standards that it follows, each with the source that says so.',
  })
  conformances!: Conformance[];

  @Through(() => Conformance, {
    as: 'from',
    to: () => Standard,
    about: 'The standards that it follows, each once.',
    term: { predicate: dct('conformsTo'), class: dct('Standard') },
  })
  conformsTo!: Standard[];

  @Through(() => Relation, {
    as: 'to',
    to: () => Publication,
    roles: ['DESCRIBES'],
    about: 'The publications that describe it, each once.',
  })
  publications!: Publication[];
}
