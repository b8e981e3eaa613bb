import { CatalogueLink } from '../resource/catalogue-link';
import { Link, From, To, Term, Text } from '../resource/decorators';
import { InvolvementRole } from '../vocabulary/involvement-role';
import { org } from '../vocabulary/namespaces';
import { Institution } from './institution';
import { Project } from './project';

@Link({ path: 'involvements', term: org('Membership'), about: 'An institution takes part in a project.' })
export class Involvement extends CatalogueLink {
  @From(() => [Institution], { about: 'The institution that takes part.', term: org('member') })
  institution!: Institution;

  @To(() => [Project], { about: 'The project in which it takes part.', term: org('organization') })
  project!: Project;

  @Term(InvolvementRole, {
    about: 'In which role it takes part.',
    term: { predicate: org('role'), class: org('Role') },
    required: true,
    filter: true,
    order: true,
    facet: true,
  })
  role!: InvolvementRole;

  @Text({ about: "The role in the source's own wording." })
  roleNote!: string | null;
}
