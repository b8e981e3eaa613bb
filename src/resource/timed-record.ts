/** The common attributes of resources that begin and end, such as projects. */
import { CatalogueRecord } from './catalogue-record';
import { DerivedDay } from './decorators';

/** @param what such as `the link` */
export const aboutAttestedFrom = (what: string): string =>
  `The first day for which a source shows ${what}: of a stated month, year or funding period its first day. It need not have begun then. Null where no source that shows it has a date.`;
/** @param what such as `the link` */
export const aboutAttestedUntil = (what: string): string =>
  `The last day for which a source shows ${what}: of a stated month, year or funding period its last day. It need not have ended then. Null where no source that shows it has a date.`;

/** The base of resources that begin and end. They declare `startsOn` and `endsOn` themselves. */
export abstract class TimedRecord extends CatalogueRecord {
  @DerivedDay({ about: aboutAttestedFrom('the record, or a link of it'), filter: true })
  attestedFrom!: string | null;

  @DerivedDay({ about: aboutAttestedUntil('the record, or a link of it'), filter: true })
  attestedUntil!: string | null;
}
