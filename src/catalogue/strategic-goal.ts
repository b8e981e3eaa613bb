import { CatalogueRecord } from '../resource/catalogue-record';
import { Integer, Resource, Through } from '../resource/decorators';
import { schema, skos } from '../vocabulary/namespaces';
import { Relation } from './relation';

@Resource({
  path: 'strategic-goals',
  term: skos('Concept'),
  about: 'A goal that the network states for itself.',
})
export class StrategicGoal extends CatalogueRecord {
  @Integer({ about: 'Its place in the list of goals.', term: schema('position'), filter: true, order: true })
  position!: number | null;

  @Through(() => Relation, {
    as: 'to',
    roles: ['CONTRIBUTES_TO'],
    about: 'What works towards it, of any type.',
  })
  contributors!: CatalogueRecord[];
}
