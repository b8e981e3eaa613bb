import type { CatalogueRecord } from '../resource/catalogue-record';
import { Links, Resource, Through, ToMany, ToOne } from '../resource/decorators';
import { csvw, dcat, dct, healthdcatap, vcard } from '../vocabulary/namespaces';
import { Conformance } from './conformance';
import { Contact } from './contact';
import { DataTable } from './data-table';
import { Distribution } from './distribution';
import { HealthDescription } from './health-description';
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
export class Dataset extends HealthDescription {
  @ToOne(() => Contact, {
    about: 'Whom to ask.',
    term: { predicate: dcat('contactPoint'), class: vcard('Kind') },
  })
  contact!: Contact | null;

  @ToMany(() => DataTable, {
    by: 'dataset',
    about: 'The tables in which the data are, with their variables.',
    term: {
      predicate: healthdcatap('hasVariables'),
      object: 'node',
      class: csvw('TableGroup'),
      parts: { '': { predicate: csvw('table'), object: 'iri' } },
    },
  })
  tables!: DataTable[];

  @ToMany(() => Distribution, {
    by: 'dataset',
    about: 'The ways of getting it, and samples and analytics of it, which their `content` tells.',
    term: dcat('distribution'),
    termBy: 'content',
  })
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
    roles: ['HEALTH_DATA_ACCESS_BODY'],
    about: 'The health data access body that decides on applications for the data.',
  })
  healthDataAccessBodies!: CatalogueRecord[];

  @Through(() => Provision, {
    as: 'to',
    to: () => Institution,
    counted: true,
    about: 'The institutions behind it, each once.',
  })
  institutions!: Institution[];

  @Through(() => Provision, {
    as: 'to',
    to: () => Infrastructure,
    counted: true,
    about: 'The infrastructures behind it, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Provision, {
    as: 'to',
    to: () => Project,
    counted: true,
    about: 'The projects behind it, each once.',
  })
  projects!: Project[];

  @Links(() => Conformance, {
    as: 'from',
    about: 'Standards that it follows, each with the source that says so.',
  })
  conformances!: Conformance[];

  @Through(() => Conformance, {
    as: 'from',
    to: () => Standard,
    counted: true,
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
