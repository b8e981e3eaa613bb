import {
  Amount,
  EndDay,
  Integer,
  Links,
  Resource,
  StartDay,
  Through,
  ToMany,
  ToOne,
} from '../resource/decorators';
import { TimedRecord } from '../resource/timed-record';
import type { Money } from '../resource/kinds/money';
import { schema } from '../vocabulary/namespaces';
import { Award } from './award';
import { Infrastructure } from './infrastructure';
import { Institution } from './institution';
import { Participation } from './participation';
import { Project } from './project';

@Resource({
  path: 'funding-periods',
  term: schema('Grant'),
  about: 'A period in which a funder pays for the network, such as the second funding period of the BMBF.',
})
export class FundingPeriod extends TimedRecord {
  @ToOne(() => Institution, { about: 'Who pays.', term: schema('funder'), required: true })
  funder!: Institution;

  @Integer({ about: 'Its number: 1, 2 or 3.', required: true, filter: true, order: true })
  number!: number;

  @StartDay({ about: 'First day.', term: schema('startDate'), required: true, filter: true, order: true })
  startsOn!: string;

  @EndDay({
    about: 'Last day. Sources may disagree: see `disputes`.',
    term: schema('endDate'),
    filter: true,
    order: true,
  })
  endsOn!: string | null;

  @Amount({
    about: 'What the funder pays in total; null where no source states it.',
    term: schema('amount'),
    filter: true,
    order: true,
  })
  amount!: Money | null;

  @Links(() => Award, { as: 'from', about: 'What was funded, with grant number and amount where stated.' })
  awards!: Award[];

  @Through(() => Award, {
    as: 'from',
    to: () => Infrastructure,
    about: 'The infrastructures that it paid for, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Award, {
    as: 'from',
    to: () => Project,
    about: 'The projects that it paid for, each once.',
  })
  projects!: Project[];

  @ToMany(() => Participation, {
    by: 'fundingPeriod',
    about: 'Participations that are stated for this period.',
  })
  participations!: Participation[];
}
