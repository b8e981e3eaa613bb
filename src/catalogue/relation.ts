import { CatalogueLink } from '../resource/catalogue-link';
import type { CatalogueRecord } from '../resource/catalogue-record';
import { anyResource, Link, From, To, Term, Text } from '../resource/decorators';
import { rdf } from '../vocabulary/namespaces';
import { RelationRole } from '../vocabulary/relation-role';

// A dcat:Relationship may lead to datasets only.
@Link({
  path: 'relations',
  term: rdf('Statement'),
  about:
    'A relation between two resources for which there is no edge of its own: predecessor, member, partner and the like.',
})
export class Relation extends CatalogueLink {
  @From(anyResource, {
    about: 'The resource of which something is said.',
    term: rdf('subject'),
  })
  from!: CatalogueRecord;

  @To(anyResource, { about: 'The resource to which it is related.', term: rdf('object') })
  to!: CatalogueRecord;

  @Term(RelationRole, {
    about: 'What the resource at `from` is to the one at `to`.',
    term: rdf('predicate'),
    required: true,
    filter: true,
    order: true,
    facet: true,
  })
  role!: RelationRole;

  @Text({ about: "The relation in the source's own wording." })
  roleNote!: string | null;
}
