import { CatalogueRecord } from '../resource/catalogue-record';
import { Resource, Text, Through, ToMany, ToOne } from '../resource/decorators';
import { org, vcard } from '../vocabulary/namespaces';
import { Dataset } from './dataset';
import { ExternalSource } from './external-source';
import { Infrastructure } from './infrastructure';
import { Institution } from './institution';
import { Relation } from './relation';
import { Service } from './service';

@Resource({
  path: 'contacts',
  term: vcard('Organization'),
  about: "A contact point: an office or a desk, never a private person's data.",
})
export class Contact extends CatalogueRecord {
  @ToOne(() => Institution, { about: 'The institution at which the office is.', term: org('unitOf') })
  institution!: Institution | null;

  @Text({
    about: 'E-mail address of the office.',
    term: { predicate: vcard('hasEmail'), object: 'iri', base: 'mailto:' },
    search: 4,
  })
  email!: string | null;

  @Text({
    about: 'Telephone number of the office, with the code of the country, such as +49-30-123456.',
    notation: 'telephone',
    term: { predicate: vcard('hasTelephone'), object: 'iri', base: 'tel:' },
    search: 4,
  })
  telephone!: string | null;

  @ToMany(() => Dataset, { by: 'contact', about: 'The datasets for which it answers questions.' })
  datasets!: Dataset[];

  @ToMany(() => Service, { by: 'contact', about: 'The services for which it answers questions.' })
  services!: Service[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Infrastructure,
    roles: ['CONTACT_OF'],
    about: 'The infrastructures for which it answers questions, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Relation, {
    as: 'from',
    to: () => ExternalSource,
    roles: ['CONTACT_OF'],
    about: 'The networks and sources outside the NUM for which it answers questions, each once.',
  })
  externalSources!: ExternalSource[];
}
