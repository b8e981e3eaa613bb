/** The common attributes of all links. */
import { dcat, dct } from '../vocabulary/namespaces';
import { EndDay, RecordedAt, StartDay } from './decorators';

/** The base of all links. Every link also has two ends, a kind and evidence, which are not declared. */
export abstract class CatalogueLink {
  @StartDay({
    about: 'First day on which the link holds, as far as a source tells; null where none does.',
    term: dcat('startDate'),
    filter: true,
    order: true,
  })
  startsOn!: string | null;

  @EndDay({
    about: 'Last day on which the link holds, as far as a source tells; null where none does.',
    term: dcat('endDate'),
    filter: true,
    order: true,
  })
  endsOn!: string | null;

  @RecordedAt({
    about: 'When the link last changed in this catalogue.',
    term: dct('modified'),
    filter: true,
    order: true,
  })
  modifiedAt!: string;
}
