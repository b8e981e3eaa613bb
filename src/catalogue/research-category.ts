import { CatalogueRecord } from '../resource/catalogue-record';
import { Integer, Resource } from '../resource/decorators';
import { schema, skos } from '../vocabulary/namespaces';

@Resource({
  path: 'research-categories',
  term: skos('Concept'),
  about: 'A category into which the network sorts the research activities that it funds.',
})
export class ResearchCategory extends CatalogueRecord {
  @Integer({
    about: 'Its place in the list of categories.',
    term: schema('position'),
    filter: true,
    order: true,
  })
  position!: number | null;
}
