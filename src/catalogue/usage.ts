import { CatalogueLink } from '../resource/catalogue-link';
import { Link, From, To, Term, Text } from '../resource/decorators';
import { prov } from '../vocabulary/namespaces';
import { UsageRole } from '../vocabulary/usage-role';
import { Infrastructure } from './infrastructure';
import { Project } from './project';

@Link({ path: 'usages', term: prov('Usage'), about: 'A project uses or develops an infrastructure.' })
export class Usage extends CatalogueLink {
  @From(() => [Project], {
    about: 'The project.',
    term: { predicate: prov('qualifiedUsage'), inverse: true },
  })
  project!: Project;

  @To(() => [Infrastructure], { about: 'The infrastructure.', term: prov('entity') })
  infrastructure!: Infrastructure;

  @Term(UsageRole, {
    about: 'What the project does with the infrastructure.',
    term: { predicate: prov('hadRole'), class: prov('Role') },
    required: true,
    filter: true,
    order: true,
    facet: true,
  })
  role!: UsageRole;

  @Text({ about: "The relation in the source's own wording." })
  roleNote!: string | null;
}
