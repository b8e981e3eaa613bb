import { CatalogueLink } from '../resource/catalogue-link';
import { Link, From, To, Term, Text, ToOne } from '../resource/decorators';
import { org, schema } from '../vocabulary/namespaces';
import { ParticipationRole } from '../vocabulary/participation-role';
import { FundingPeriod } from './funding-period';
import { Infrastructure } from './infrastructure';
import { Institution } from './institution';

@Link({
  path: 'participations',
  term: org('Membership'),
  about:
    'An institution takes part in an infrastructure. There is one participation per site, infrastructure and role.',
})
export class Participation extends CatalogueLink {
  @From(() => [Institution], { about: 'The institution that takes part.', term: org('member') })
  institution!: Institution;

  @To(() => [Infrastructure], {
    about: 'The infrastructure in which it takes part.',
    term: org('organization'),
  })
  infrastructure!: Infrastructure;

  @Term(ParticipationRole, {
    about: 'In which role it takes part.',
    term: { predicate: org('role'), class: org('Role') },
    required: true,
    filter: true,
    order: true,
    facet: true,
  })
  role!: ParticipationRole;

  @Text({ about: "The role in the source's own wording." })
  roleNote!: string | null;

  @ToOne(() => FundingPeriod, {
    about: 'The funding period for which the source states it; null where it names none or several.',
    term: schema('funding'),
  })
  fundingPeriod!: FundingPeriod | null;
}
