import { CatalogueLink } from '../resource/catalogue-link';
import { Link, From, To, Term, Text } from '../resource/decorators';
import { dcat, prov } from '../vocabulary/namespaces';
import { ProvisionRole } from '../vocabulary/provision-role';
import { Dataset } from './dataset';
import { ExternalSource } from './external-source';
import { Infrastructure } from './infrastructure';
import { Institution } from './institution';
import { Project } from './project';
import { Service } from './service';
import { Software } from './software';

@Link({
  path: 'provisions',
  term: prov('Attribution'),
  about:
    'An infrastructure, institution, project or outside source publishes, keeps, has created or offers a dataset, service or software.',
})
export class Provision extends CatalogueLink {
  @From(() => [Infrastructure, Institution, Project, ExternalSource], {
    about: 'Who stands behind it.',
    term: prov('agent'),
  })
  agent!: Infrastructure | Institution | Project | ExternalSource;

  @To(() => [Dataset, Service, Software], {
    about: 'The dataset, service or software.',
    term: { predicate: prov('qualifiedAttribution'), inverse: true },
  })
  offer!: Dataset | Service | Software;

  @Term(ProvisionRole, {
    about: 'In which role.',
    term: { predicate: dcat('hadRole'), class: dcat('Role') },
    required: true,
    filter: true,
    order: true,
    facet: true,
  })
  role!: ProvisionRole;

  @Text({ about: "The role in the source's own wording." })
  roleNote!: string | null;
}
