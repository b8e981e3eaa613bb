import { CatalogueRecord } from '../resource/catalogue-record';
import { Iri, Resource, Term, Text, ToOne, WebAddress } from '../resource/decorators';
import { DistributionKind } from '../vocabulary/distribution-kind';
import { dcat, dct, mediaType } from '../vocabulary/namespaces';
import { Dataset } from './dataset';

@Resource({
  path: 'distributions',
  term: dcat('Distribution'),
  about: 'One way of getting a dataset: files, a programming interface or an access procedure.',
})
export class Distribution extends CatalogueRecord {
  @ToOne(() => Dataset, { about: 'The dataset.', required: true })
  dataset!: Dataset;

  @Term(DistributionKind, {
    about: 'Which way it is.',
    term: dct('type'),
    required: true,
    filter: true,
    order: true,
    facet: true,
  })
  kind!: DistributionKind;

  @WebAddress({ about: 'Page from which one gets to the data.', term: dcat('accessURL'), filter: true })
  accessUrl!: string | null;

  @WebAddress({ about: 'Address of the file itself.', term: dcat('downloadURL'), filter: true })
  downloadUrl!: string | null;

  @Text({
    about: 'Media type, such as text/csv.',
    term: { predicate: dcat('mediaType'), object: 'iri', base: mediaType(''), class: dct('MediaType') },
    filter: true,
    facet: true,
  })
  mediaType!: string | null;

  @Iri({
    about: 'Licence under which this way is offered.',
    term: { predicate: dct('license'), class: dct('LicenseDocument') },
    filter: true,
    facet: true,
  })
  licence!: string | null;
}
