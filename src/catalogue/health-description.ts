import { Count, Flag, LocalizedText, Period, Terms, Text, Texts } from '../resource/decorators';
import type { DaySpan } from '../resource/kinds/period';
import type { LocalizedTexts } from '../resource/text';
import { CodingSystem } from '../vocabulary/coding-system';
import { HealthActivity } from '../vocabulary/health-activity';
import { HealthCategory } from '../vocabulary/health-category';
import { HealthTheme } from '../vocabulary/health-theme';
import { LegalBasis } from '../vocabulary/legal-basis';
import { dct, dpv, dqv, healthdcatap, oa, prov } from '../vocabulary/namespaces';
import { PersonalData } from '../vocabulary/personal-data';
import { Purpose } from '../vocabulary/purpose';
import type { Term } from '../vocabulary/term';
import { DatasetDescription } from './dataset-description';

/** The words of a source, as description of a node that has no IRI of its own. */
const inWords: Readonly<Record<string, Term>> = { '': { predicate: dct('description'), object: 'tagged' } };

/** What HealthDCAT-AP says of health data in addition. https://data.health.europa.eu/healthdcat-ap/releases/latest/ */
export abstract class HealthDescription extends DatasetDescription {
  @Terms(HealthCategory, {
    about: 'Categories of health data of the European Health Data Space to which it belongs.',
    term: healthdcatap('healthCategory'),
    filter: true,
    facet: true,
    search: 2,
  })
  healthCategories!: HealthCategory[];

  @Terms(HealthTheme, {
    about: 'Fields of health that it is about.',
    term: healthdcatap('healthTheme'),
    filter: true,
    facet: true,
    search: 2,
  })
  healthThemes!: HealthTheme[];

  @Flag({
    about:
      'True where the data are in tables, whose variables can be described; false where they are not; null where no source says.',
    term: healthdcatap('hasStructuredData'),
    filter: true,
    facet: true,
  })
  hasStructuredData!: boolean | null;

  @Terms(CodingSystem, {
    about: 'Systems of codes and terms that the data use.',
    term: { predicate: healthdcatap('hasCodingSystem'), class: dct('Standard') },
    filter: true,
    facet: true,
    search: 2,
  })
  codingSystems!: CodingSystem[];

  @Texts({
    about: 'Codes of these systems that say what the data are about, such as U07.1.',
    term: healthdcatap('hasCodeValues'),
    filter: true,
    facet: true,
    search: 4,
  })
  codeValues!: string[];

  @Terms(HealthActivity, {
    about: 'Activities by which the data came about.',
    term: {
      predicate: prov('wasGeneratedBy'),
      object: 'node',
      class: prov('Activity'),
      parts: { '': { predicate: dct('type'), object: 'iri' } },
    },
    filter: true,
    facet: true,
    search: 1,
  })
  activities!: HealthActivity[];

  @Count({
    about: 'Typical age of the youngest persons in it, in years.',
    term: healthdcatap('minTypicalAge'),
    filter: true,
    order: true,
  })
  minTypicalAge!: number | null;

  @Count({
    about: 'Typical age of the oldest persons in it, in years.',
    term: healthdcatap('maxTypicalAge'),
    filter: true,
    order: true,
  })
  maxTypicalAge!: number | null;

  @LocalizedText({
    about: 'The population whose data are in it, in words.',
    allTexts: 'populationCoverageTexts',
    paragraphs: true,
    term: healthdcatap('populationCoverage'),
    search: 2,
  })
  populationCoverage!: LocalizedTexts | null;

  @Period({
    about: 'The time for which the data are kept.',
    term: healthdcatap('retentionPeriod'),
    filter: true,
  })
  retentionPeriod!: DaySpan | null;

  @Terms(Purpose, {
    about: 'Purposes for which the data may be used.',
    term: { predicate: dpv('hasPurpose'), class: dpv('Purpose') },
    filter: true,
    facet: true,
    search: 1,
  })
  purposes!: Purpose[];

  @LocalizedText({
    about: 'Purposes for which the data may be used, in the words of the source.',
    allTexts: 'purposeAsStatedTexts',
    paragraphs: true,
    term: { predicate: dpv('hasPurpose'), object: 'node', class: dpv('Purpose'), parts: inWords },
    search: 1,
  })
  purposeAsStated!: LocalizedTexts | null;

  @Terms(LegalBasis, {
    about: 'Legal bases of the processing in the General Data Protection Regulation (GDPR).',
    term: { predicate: dpv('hasLegalBasis'), class: dpv('LegalBasis') },
    filter: true,
    facet: true,
  })
  legalBases!: LegalBasis[];

  @Text({
    about: 'Legal basis of the processing in the words of the source.',
    term: { predicate: dpv('hasLegalBasis'), object: 'node', class: dpv('LegalBasis'), parts: inWords },
    filter: true,
  })
  legalBasis!: string | null;

  @Texts({
    about:
      'Certificates of the quality of the data, as IRIs: best the web addresses at which they can be seen.',
    address: 'iri',
    term: {
      predicate: dqv('hasQualityAnnotation'),
      object: 'node',
      class: dqv('QualityCertificate'),
      back: oa('hasTarget'),
      always: { [oa('motivatedBy')]: dqv('qualityAssessment') },
      parts: { '': { predicate: oa('hasBody'), object: 'iri' } },
    },
    filter: true,
    facet: true,
  })
  qualityCertificates!: string[];

  @Terms(PersonalData, {
    about: 'Kinds of personal data in it.',
    term: { predicate: dpv('hasPersonalData'), class: dpv('PersonalData') },
    filter: true,
    facet: true,
  })
  personalData!: PersonalData[];
}
