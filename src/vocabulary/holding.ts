import { conceptScheme, type CodeOf } from './concept-scheme';

/** docs/time.md explains it with examples. */
export const Holding = conceptScheme(
  'Holding',
  'Whether something holds on a day, and how that is known. Something seen on a day is not said to have begun on it.',
  {
    STATED: {
      de: 'gilt, so angegeben',
      en: 'Holds, as stated',
      about: 'It holds: the day lies within a beginning and an end that sources state.',
    },
    ATTESTED: {
      de: 'gilt, belegt',
      en: 'Holds, attested',
      about:
        'It holds: a source shows it on this day, or in this month, year or funding period, or sources show it before and after.',
    },
    CONTINUED: {
      de: 'gilt vermutlich weiter',
      en: 'Probably still holds',
      about: 'It probably holds: a source shows it before this day, and none says that it ended.',
    },
    UNDATED: {
      de: 'unbekannt, ohne Datum',
      en: 'Unknown, undated',
      about: 'It is unknown: no source says when it holds.',
    },
    NOT_YET_SEEN: {
      de: 'unbekannt, noch nicht belegt',
      en: 'Unknown, not yet seen',
      about: 'It is unknown: sources show it only after this day, and none says when it began.',
    },
    REFUTED: {
      de: 'gilt nicht',
      en: 'Does not hold',
      about:
        'It does not hold: the day lies outside a stated beginning or end, of its own or of what it links, or a list that is complete for this day leaves it out.',
    },
  },
);
export type Holding = CodeOf<typeof Holding>;

/** What lists show by default on a day: what holds, what probably does, and what has no date. */
export const listedByDefault: readonly Holding[] = ['STATED', 'ATTESTED', 'CONTINUED', 'UNDATED'];
