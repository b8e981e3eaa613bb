import { CatalogueRecord } from '../resource/catalogue-record';
import { Integer, Resource, Through, ToMany } from '../resource/decorators';
import { schema, skos } from '../vocabulary/namespaces';
import { Infrastructure } from './infrastructure';
import { PolicyStatement } from './policy-statement';
import { Project } from './project';
import { Relation } from './relation';

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

  @Through(() => Relation, {
    as: 'to',
    to: () => Infrastructure,
    roles: ['CLASSIFIED_AS'],
    about: 'The infrastructures that fall into it.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Relation, {
    as: 'to',
    to: () => Project,
    roles: ['CLASSIFIED_AS'],
    about: 'The projects that fall into it.',
  })
  projects!: Project[];

  @ToMany(() => PolicyStatement, { by: 'category', about: 'What the network says of it.' })
  policyStatements!: PolicyStatement[];
}
