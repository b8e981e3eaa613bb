import { AssessedRecord } from '../resource/assessed-record';
import {
  Count,
  Iri,
  LocalizedText,
  Period,
  StartDay,
  Term,
  Terms,
  Text,
  Texts,
  UniqueIdentifier,
} from '../resource/decorators';
import type { DaySpan } from '../resource/kinds/period';
import type { LocalizedTexts } from '../resource/text';
import { AccessRights } from '../vocabulary/access-rights';
import { Country } from '../vocabulary/country';
import { DataModality } from '../vocabulary/data-modality';
import { DataTheme } from '../vocabulary/data-theme';
import { DatasetKind } from '../vocabulary/dataset-kind';
import { DatasetType } from '../vocabulary/dataset-type';
import { Frequency } from '../vocabulary/frequency';
import { Language } from '../vocabulary/language';
import { adms, dcat, dcatap, dct, eli, healthdcatap, skos, xsd } from '../vocabulary/namespaces';

/** What DCAT-AP says of any dataset. */
export abstract class DatasetDescription extends AssessedRecord {
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

  @Terms(DataTheme, {
    about:
      'Its themes in the list by which data portals of the European Union sort, such as HEAL for health.',
    term: dcat('theme'),
    filter: true,
    facet: true,
    search: 1,
  })
  dataThemes!: DataTheme[];

  @Terms(DatasetType, {
    about: 'Its types in the list of the European Union, beside its `kind`.',
    term: dct('type'),
    filter: true,
    facet: true,
    search: 1,
  })
  types!: DatasetType[];

  @Terms(Language, {
    about: 'Languages in which the data are.',
    term: { predicate: dct('language'), class: dct('LinguisticSystem') },
    filter: true,
    facet: true,
  })
  languages!: Language[];

  @Term(Frequency, {
    about: 'How often it is updated; null where no source says.',
    term: { predicate: dct('accrualPeriodicity'), class: dct('Frequency') },
    filter: true,
    order: true,
    facet: true,
  })
  frequency!: Frequency | null;

  @LocalizedText({
    about: 'Where the data come from and what was done with them.',
    allTexts: 'provenanceTexts',
    paragraphs: true,
    term: { predicate: dct('provenance'), object: 'node', class: dct('ProvenanceStatement') },
    search: 1,
  })
  provenance!: LocalizedTexts | null;

  @Texts({
    about: 'The legislation that applies to it, as IRIs of the European Legislation Identifier (ELI).',
    address: 'iri',
    term: { predicate: dcatap('applicableLegislation'), class: eli('LegalResource') },
    filter: true,
    facet: true,
  })
  legislation!: string[];

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
    about: 'The smallest time between two values in it, as a duration of ISO 8601 such as P1D for a day.',
    notation: 'duration',
    term: { predicate: dcat('temporalResolution'), object: 'literal', datatype: xsd('duration') },
    filter: true,
    facet: true,
  })
  temporalResolution!: string | null;

  @Text({
    about: 'The area that the data cover.',
    term: { predicate: dct('spatial'), object: 'node', class: dct('Location') },
    filter: true,
    facet: true,
    search: 2,
  })
  spatialCoverage!: string | null;

  @Terms(Country, {
    about: 'The countries that the data cover.',
    term: { predicate: dct('spatial'), class: dct('Location') },
    filter: true,
    facet: true,
    search: 2,
  })
  countries!: Country[];

  @Texts({
    about:
      'Further places that the data cover, as IRIs of GeoNames or of the European nomenclature of regions (NUTS).',
    address: 'iri',
    term: { predicate: dct('spatial'), class: dct('Location') },
    filter: true,
    facet: true,
  })
  places!: string[];

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

  @StartDay({ about: 'When it was first published.', term: dct('issued'), filter: true, order: true })
  issuedOn!: string | null;

  @Text({ about: 'Version.', term: dcat('version'), filter: true })
  version!: string | null;

  @Text({ about: 'What is new in this version.', term: adms('versionNotes'), paragraphs: true, search: 1 })
  versionNotes!: string | null;
}
