/** The words of the timeline. */
import type { Label } from '../../../vocabulary/label';

const de = {
  title: 'Zeitleiste',
  lead: 'Förderperioden, Infrastrukturen, Projekte und Förderungen. Was Quellen als Beginn und Ende angeben, wofür sie etwas nur belegen, und was niemand datiert, ist verschieden gezeichnet.',
  period: 'Förderperiode',
  all: 'alle',
  awards: 'Förderungen',
  withAwards: 'Auch Förderungen',
  stated: 'Beginn und Ende angegeben',
  attested: 'von … bis … belegt: Beginn und Ende nennt niemand',
  open: 'nur Beginn oder nur Ende angegeben',
  unknown: 'ohne jedes Datum',
  what: 'Was',
  kind: 'Art',
  time: 'Zeit',
  about: (count: string) => `${count} Zeilen auf einer Achse von Jahren.`,
  of: (name: string, period: string) => `${name} (${period})`,
  from: (day: string) => `ab ${day}`,
  until: (day: string) => `bis ${day}`,
  shown: (from: string, until: string) => `belegt ${from} – ${until}`,
  undated: 'keine Quelle nennt ein Datum',
};

type TimelineWords = typeof de;

const en: TimelineWords = {
  title: 'Timeline',
  lead: 'Funding periods, infrastructures, projects and awards. What sources state as beginning and end, for which days they merely show something, and what nobody dates are drawn apart.',
  period: 'Funding period',
  all: 'all',
  awards: 'Awards',
  withAwards: 'Awards, too',
  stated: 'beginning and end stated',
  attested: 'shown from … until …: nobody states beginning and end',
  open: 'only the beginning or only the end stated',
  unknown: 'without any date',
  what: 'What',
  kind: 'Kind',
  time: 'Time',
  about: (count) => `${count} rows on an axis of years.`,
  of: (name, period) => `${name} (${period})`,
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  shown: (from, until) => `shown ${from} – ${until}`,
  undated: 'no source gives a date',
};

export const timelineWords: Label<TimelineWords> = { de, en };
