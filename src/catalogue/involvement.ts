import { CatalogueLink } from '../resource/catalogue-link';
import { Link, Source, Target, Term, Text } from '../resource/decorators';
import { InvolvementRole } from '../vocabulary/involvement-role';
import { org, prov } from '../vocabulary/namespaces';
import { Institution } from './institution';
import { Project } from './project';

/** An institution takes part in a project. */
@Link({ path: 'involvements', term: org('Membership'), about: 'An institution takes part in a project.' })
export class Involvement extends CatalogueLink {
  @Source(() => [Institution], { about: 'The institution that takes part.' })
  institution!: Institution;

  @Target(() => [Project], { about: 'The project in which it takes part.' })
  project!: Project;

  @Term(InvolvementRole, {
    about: 'In which role it takes part.',
    term: prov('hadRole'),
    required: true,
    filter: true,
    order: true,
    facet: true,
  })
  role!: InvolvementRole;

  @Text({ about: "The role in the source's own wording." })
  roleNote!: string | null;
}
