import { CatalogueRecord } from '../resource/catalogue-record';
import { Links, LocalizedText, Resource, Term, Through, ToOne } from '../resource/decorators';
import type { LocalizedTexts } from '../resource/text';
import { adms, dcat, dct, schema, vcard } from '../vocabulary/namespaces';
import { ServicePhase } from '../vocabulary/service-phase';
import { ServiceStatus } from '../vocabulary/service-status';
import { Contact } from './contact';
import { Infrastructure } from './infrastructure';
import { Institution } from './institution';
import { Provision } from './provision';

@Resource({
  path: 'services',
  term: schema('Service'),
  about: 'Something that is offered to researchers, at a phase of the research process.',
})
export class Service extends CatalogueRecord {
  @Term(ServicePhase, {
    about: 'The phase of the research process that it supports; null where no source says.',
    term: dct('type'),
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  phase!: ServicePhase | null;

  @Term(ServiceStatus, {
    about: 'Whether it can be used, as the newest source says; null where no source says.',
    term: adms('status'),
    filter: true,
    order: true,
    facet: true,
  })
  status!: ServiceStatus | null;

  @LocalizedText({
    about: 'Who may use it; null where no source says.',
    allTexts: 'audienceTexts',
    term: { predicate: dct('audience'), object: 'node', class: dct('AgentClass') },
    search: 1,
  })
  audience!: LocalizedTexts | null;

  @ToOne(() => Contact, {
    about: 'Whom to ask.',
    term: { predicate: dcat('contactPoint'), class: vcard('Kind') },
  })
  contact!: Contact | null;

  @Links(() => Provision, { as: 'to', about: 'Who stands behind it, in which role.' })
  provisions!: Provision[];

  @Through(() => Provision, {
    as: 'to',
    roles: ['PROVIDER'],
    about: 'Who offers it, of any type, each once.',
  })
  providers!: CatalogueRecord[];

  @Through(() => Provision, {
    as: 'to',
    to: () => Infrastructure,
    about: 'The infrastructures behind it, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Provision, {
    as: 'to',
    to: () => Institution,
    about: 'The institutions behind it, each once.',
  })
  institutions!: Institution[];
}
