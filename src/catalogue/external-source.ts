import { CatalogueRecord } from '../resource/catalogue-record';
import { Links, Resource, Term, Text, Through } from '../resource/decorators';
import { ExternalSourceKind } from '../vocabulary/external-source-kind';
import { cv, foaf, org, skos } from '../vocabulary/namespaces';
import { Contact } from './contact';
import { Dataset } from './dataset';
import { Infrastructure } from './infrastructure';
import { Project } from './project';
import { Provision } from './provision';
import { Relation } from './relation';

/** Networks, centres and data sources outside of the NUM with which it has, or wants to have, a connection. */
@Resource({
  path: 'external-sources',
  term: foaf('Agent'),
  about:
    'A network, centre or data source outside the NUM, such as the Medical Informatics Initiative or the Robert Koch Institute.',
})
export class ExternalSource extends CatalogueRecord {
  @Text({
    about: 'Short name in use, such as MII.',
    term: skos('altLabel'),
    filter: true,
    order: true,
    search: 8,
  })
  acronym!: string | null;

  @Term(ExternalSourceKind, {
    about: 'What it is.',
    term: org('classification'),
    required: true,
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  kind!: ExternalSourceKind;

  @Links(() => Relation, {
    as: 'from',
    about: 'How it is linked with the network, its infrastructures and projects.',
  })
  relations!: Relation[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Infrastructure,
    about: 'The infrastructures with which it is linked, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Project,
    about: 'The projects with which it is linked, each once.',
  })
  projects!: Project[];

  @Through(() => Provision, {
    as: 'from',
    to: () => Dataset,
    about: 'The datasets behind which it stands, each once.',
  })
  datasets!: Dataset[];

  @Through(() => Relation, {
    as: 'to',
    to: () => Contact,
    roles: ['CONTACT_OF'],
    about: 'The offices that answer questions on it.',
    term: cv('contactPoint'),
  })
  contacts!: Contact[];
}
