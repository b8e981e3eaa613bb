import { CatalogueRecord } from '../resource/catalogue-record';
import {
  Count,
  Flag,
  Links,
  Place,
  Resource,
  Term,
  Text,
  Through,
  ToMany,
  UniqueIdentifier,
} from '../resource/decorators';
import type { GeoPoint } from '../resource/kinds/place';
import { GermanState } from '../vocabulary/german-state';
import { InstitutionKind } from '../vocabulary/institution-kind';
import { cv, foaf, org, schema, skos, vcard } from '../vocabulary/namespaces';
import { Contact } from './contact';
import { siteCoverage } from './coverage';
import { DataCatalogue } from './data-catalogue';
import { Dataset } from './dataset';
import { Infrastructure } from './infrastructure';
import { Involvement } from './involvement';
import { Participation } from './participation';
import { PolicyStatement } from './policy-statement';
import { Project } from './project';
import { Provision } from './provision';
import { Publication } from './publication';
import { Relation } from './relation';
import { Service } from './service';
import { Software } from './software';

@Resource({
  path: 'institutions',
  term: foaf('Organization'),
  about:
    'An institution that belongs to the network, pays for it or works with it, such as a university medical centre or a ministry.',
  coverage: siteCoverage,
})
export class Institution extends CatalogueRecord {
  @Term(InstitutionKind, {
    about: 'What the institution is.',
    term: org('classification'),
    required: true,
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  kind!: InstitutionKind;

  @Text({
    about: 'Short name in use, such as BMFTR.',
    term: skos('altLabel'),
    filter: true,
    order: true,
    search: 8,
  })
  acronym!: string | null;

  @Text({
    about: 'City in which it is.',
    term: vcard('locality'),
    filter: true,
    order: true,
    facet: true,
    search: 4,
  })
  city!: string | null;

  @Term(GermanState, {
    about: 'German federal state (Bundesland) in which it is.',
    term: { predicate: vcard('region'), object: 'tagged' },
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  state!: GermanState | null;

  @Place({
    about: 'Where it is, and whether the point is that of the hospital or of the city.',
    term: schema('geo'),
    filter: true,
  })
  location!: GeoPoint | null;

  @Flag({
    about:
      'True for the 36 university medical centres of the usual list of sites, false for a site outside that list, null for what is no site.',
    filter: true,
    facet: true,
  })
  listedSite!: boolean | null;

  @Text({
    about: 'Consortium of the Medical Informatics Initiative to which the site belongs.',
    filter: true,
    order: true,
    facet: true,
    search: 4,
  })
  miiConsortium!: string | null;

  @UniqueIdentifier('MII_SITE', {
    about:
      'Code of the site in the code system of the Medical Informatics Initiative, such as UKA; null where it has none or shares it with another campus, as Kiel and Lübeck do.',
  })
  miiSiteCode!: string | null;

  @Count({
    about:
      'Of a network: how many members it has, as the newest source states. Sources may disagree: see `disputes`.',
    filter: true,
    order: true,
  })
  numberOfMembers!: number | null;

  @Links(() => Participation, {
    as: 'from',
    about: 'How it takes part in infrastructures, with role and time: a link for each of its roles.',
  })
  participations!: Participation[];

  @Through(() => Participation, {
    as: 'from',
    to: () => Infrastructure,
    about: 'The infrastructures in which it takes part, each once, whatever its roles.',
  })
  infrastructures!: Infrastructure[];

  @Links(() => Involvement, { as: 'from', about: 'How it takes part in projects, with role and time.' })
  involvements!: Involvement[];

  @Through(() => Involvement, {
    as: 'from',
    to: () => Project,
    about: 'The projects in which it takes part, each once.',
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
    about: 'The datasets that it publishes, keeps or has created, each once.',
  })
  datasets!: Dataset[];

  @Through(() => Provision, {
    as: 'from',
    to: () => Service,
    about: 'The services that it offers, each once.',
  })
  services!: Service[];

  @Through(() => Provision, {
    as: 'from',
    to: () => Software,
    about: 'The software that it publishes or holds the rights to, each once.',
  })
  softwares!: Software[];

  @Through(() => Relation, {
    as: 'to',
    to: () => Publication,
    roles: ['DESCRIBES'],
    about: 'The publications that describe it, such as those on the network as a whole, each once.',
  })
  publications!: Publication[];

  @ToMany(() => Contact, {
    by: 'institution',
    about: 'Offices to ask at the institution.',
    term: cv('contactPoint'),
  })
  contacts!: Contact[];

  @ToMany(() => PolicyStatement, {
    by: 'statedBy',
    about: 'What it says of itself: vision, mission, principles, tasks.',
  })
  policyStatements!: PolicyStatement[];

  @ToMany(() => DataCatalogue, { by: 'publisher', about: 'The catalogues that it publishes.' })
  catalogues!: DataCatalogue[];
}
