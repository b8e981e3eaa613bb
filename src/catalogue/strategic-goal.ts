import { CatalogueRecord } from '../resource/catalogue-record';
import { Integer, Resource, Text, Through } from '../resource/decorators';
import { dct, schema, skos } from '../vocabulary/namespaces';
import { Relation } from './relation';

@Resource({
  path: 'strategic-goals',
  term: skos('Concept'),
  about: 'A goal that the network states for itself.',
})
export class StrategicGoal extends CatalogueRecord {
  @Integer({ about: 'Its place in the list of goals.', term: schema('position'), filter: true, order: true })
  position!: number | null;

  @Text({
    about:
      'What it says, in one short English phrase, by which documents in different languages can be compared. They may say different things: see `disputes`. Null where they say the same.',
    term: dct('abstract'),
    filter: true,
    search: 2,
  })
  summary!: string | null;

  @Through(() => Relation, {
    as: 'to',
    roles: ['CONTRIBUTES_TO'],
    about: 'What works towards it, of any type.',
  })
  contributors!: CatalogueRecord[];
}
