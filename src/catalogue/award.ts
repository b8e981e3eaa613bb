import { CatalogueLink } from '../resource/catalogue-link';
import { Amount, Link, From, To, Text } from '../resource/decorators';
import type { Money } from '../resource/kinds/money';
import { schema } from '../vocabulary/namespaces';
import { FundingPeriod } from './funding-period';
import { Infrastructure } from './infrastructure';
import { Project } from './project';

/** Its time is that of its funding period, where no source states another one. It bounds what it pays for. */
@Link({
  path: 'awards',
  term: schema('MonetaryGrant'),
  about: 'A funding period pays for an infrastructure or a project.',
  timeOf: 'from',
})
export class Award extends CatalogueLink {
  @From(() => [FundingPeriod], {
    about: 'The funding period that pays.',
    term: schema('isPartOf'),
  })
  fundingPeriod!: FundingPeriod;

  @To(() => [Infrastructure, Project], {
    about: 'The infrastructure or project that receives the funding.',
    term: schema('fundedItem'),
  })
  recipient!: Infrastructure | Project;

  @Text({
    about: 'Funding reference number (Förderkennzeichen) that a source names for it.',
    term: schema('identifier'),
    identifies: 'GRANT_NUMBER',
    filter: true,
    order: true,
    facet: true,
  })
  grantNumber!: string | null;

  @Amount({
    about: 'Amount; null where no source states it.',
    term: schema('amount'),
    filter: true,
    order: true,
  })
  amount!: Money | null;
}
