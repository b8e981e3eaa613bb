/** What of a record is kept for findings when its draft is made. */
import type { HarvestedRecord, Place } from '../harvested-record';

/** What is still asked of a record when its draft is made. It does not hold the record: there may be very many. */
export interface WhereStated extends Pick<HarvestedRecord, 'iri' | 'beside'> {
  place: Place;
}

export const whereStated = ({ iri, beside, at }: HarvestedRecord): WhereStated => ({
  iri,
  beside,
  place: at([]),
});
