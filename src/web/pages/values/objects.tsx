/** Values with several parts, as people write them. A type that is not listed shows its parts. */
import type { ComponentChildren } from 'preact';
import type { GeoPoint } from '../../../resource/kinds/place';
import type { Money } from '../../../resource/kinds/money';
import type { DaySpan } from '../../../resource/kinds/period';
import type { OtherName } from '../../../resource/kinds/names';
import { wordsOf, type Site } from '../site';
import { Outside } from '../parts/texts';
import { Day } from './day';
import { writtenAmount, writtenDegrees } from './days';

/** How an object is written. */
export type ObjectWriting = (site: Site, value: never) => ComponentChildren;

/** A period with one or both ends. */
const Period = ({ site, span: { startsOn, endsOn } }: { site: Site; span: DaySpan }) => {
  const words = wordsOf(site);
  if (startsOn !== null && endsOn !== null)
    return (
      <>
        <Day site={site} day={startsOn} /> – <Day site={site} day={endsOn} />
      </>
    );
  const only = startsOn ?? endsOn;
  return only === null ? null : (
    <Day site={site} day={only} around={startsOn === null ? words.until : words.since} />
  );
};

const money = (site: Site, { amount, currency, qualifierLabel }: Money & { qualifierLabel: string | null }) =>
  writtenAmount(amount, currency, site.language) + (qualifierLabel === null ? '' : ` (${qualifierLabel})`);

function point(
  site: Site,
  { latitude, longitude, precisionLabel }: GeoPoint & { precisionLabel: string | null },
) {
  const words = wordsOf(site);
  const north = `${writtenDegrees(latitude, site.language)}° ${latitude < 0 ? words.south : words.north}`;
  const east = `${writtenDegrees(longitude, site.language)}° ${longitude < 0 ? words.west : words.east}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`;
  return (
    <>
      {north}, {east}
      {precisionLabel !== null && ` (${precisionLabel})`} · <Outside href={map}>{words.map}</Outside>
    </>
  );
}

interface ShownName extends OtherName {
  readonly languageLabel: string;
}

function otherName(site: Site, { language, languageLabel, value, ...time }: ShownName) {
  const tag = language.toLowerCase();
  const { startsOn, startsOnPrecision, endsOn, endsOnPrecision } = time;
  const words = wordsOf(site);
  return (
    <>
      <span lang={tag === site.language ? undefined : tag}>{value}</span>
      {tag !== site.language && ` (${languageLabel})`}
      {startsOn !== null && (
        <>
          {', '}
          <Day site={site} day={startsOn} precision={startsOnPrecision} around={words.since} />
        </>
      )}
      {endsOn !== null && (
        <>
          {', '}
          <Day site={site} day={endsOn} precision={endsOnPrecision} around={words.until} />
        </>
      )}
    </>
  );
}

export const objectWritings: Readonly<Record<string, ObjectWriting>> = {
  Money: money as ObjectWriting,
  GeoPoint: point as ObjectWriting,
  PeriodOfTime: ((site: Site, span: DaySpan) => <Period site={site} span={span} />) as ObjectWriting,
  OtherName: otherName as ObjectWriting,
};
