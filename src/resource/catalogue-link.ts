/** The common attributes of all links. */
import { dcat, dct } from '../vocabulary/namespaces';
import { DerivedDay, EndDay, RecordedAt, StartDay } from './decorators';
import { aboutAttestedFrom, aboutAttestedUntil } from './timed-record';

/** The base of all links. Every link also has two ends, a kind and evidence, which are not declared. */
export abstract class CatalogueLink {
  @StartDay({
    about:
      'First day on which the link holds, as a source states it; null where none does. A day on which a source merely shows the link is no beginning: see `attestedFrom`.',
    term: dcat('startDate'),
    filter: true,
    order: true,
  })
  startsOn!: string | null;

  @EndDay({
    about: 'Last day on which the link holds, as a source states it; null where none does.',
    term: dcat('endDate'),
    filter: true,
    order: true,
  })
  endsOn!: string | null;

  @DerivedDay({ about: aboutAttestedFrom('the link'), filter: true })
  attestedFrom!: string | null;

  @DerivedDay({ about: aboutAttestedUntil('the link'), filter: true })
  attestedUntil!: string | null;

  @RecordedAt({
    about: 'When the link last changed in this catalogue.',
    term: dct('modified'),
    filter: true,
    order: true,
  })
  modifiedAt!: string;
}
