import { CatalogueRecord } from '../resource/catalogue-record';
import { Iri, Links, Resource, Term, Text, Through } from '../resource/decorators';
import { CodingSystem } from '../vocabulary/coding-system';
import { HealthStandard } from '../vocabulary/health-standard';
import { dcat, dct, foaf, skos } from '../vocabulary/namespaces';
import { StandardKind } from '../vocabulary/standard-kind';
import { Conformance } from './conformance';
import { Dataset } from './dataset';
import { Infrastructure } from './infrastructure';
import { Publication } from './publication';
import { Relation } from './relation';

@Resource({
  path: 'standards',
  term: dct('Standard'),
  about:
    'A standard, terminology or data model that infrastructures and datasets follow, such as HL7 FHIR or GECCO.',
})
export class Standard extends CatalogueRecord {
  @Text({
    about: 'Short name in use, such as FHIR.',
    term: skos('altLabel'),
    filter: true,
    order: true,
    search: 8,
  })
  acronym!: string | null;

  @Term(StandardKind, {
    about: 'What it standardises; null where no source says.',
    term: dct('type'),
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  kind!: StandardKind | null;

  @Term(HealthStandard, {
    about: 'The standard of the list of HealthDCAT-AP that it is; null where the list does not have it.',
    term: skos('exactMatch'),
    filter: true,
    order: true,
    facet: true,
  })
  healthStandard!: HealthStandard | null;

  @Term(CodingSystem, {
    about: 'The coding system of the list of HealthDCAT-AP that it is; null where the list does not have it.',
    term: skos('exactMatch'),
    filter: true,
    order: true,
    facet: true,
  })
  codingSystem!: CodingSystem | null;

  @Text({ about: 'Version, where a source names one.', term: dcat('version'), filter: true })
  version!: string | null;

  @Text({
    about: 'Who maintains it, where a source says.',
    term: { predicate: dct('publisher'), object: 'node', class: foaf('Agent') },
    filter: true,
    facet: true,
    search: 1,
  })
  maintainer!: string | null;

  @Iri({
    about: 'Licence under which it is published; null where none is stated.',
    term: { predicate: dct('license'), class: dct('LicenseDocument') },
    filter: true,
    facet: true,
  })
  licence!: string | null;

  @Links(() => Conformance, { as: 'to', about: 'What follows it, each with the source that says so.' })
  conformances!: Conformance[];

  @Through(() => Conformance, {
    as: 'to',
    to: () => Infrastructure,
    about: 'The infrastructures that follow it, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Conformance, {
    as: 'to',
    to: () => Dataset,
    about: 'The datasets that follow it, each once.',
  })
  datasets!: Dataset[];

  @Through(() => Relation, {
    as: 'to',
    to: () => Publication,
    roles: ['DESCRIBES'],
    about: 'The publications that describe it, each once.',
  })
  publications!: Publication[];
}
