import { conceptScheme, type CodeOf } from './concept-scheme';

export const DatePrecision = conceptScheme('DatePrecision', 'How exactly a source states a date.', {
  YEAR: {
    de: 'Jahr',
    en: 'Year',
    about: 'Only the year is stated: the date is its first day, or its last for an end.',
  },
  MONTH: {
    de: 'Monat',
    en: 'Month',
    about: 'Year and month are stated: the date is the first day of the month, or its last for an end.',
  },
  DAY: {
    de: 'Tag',
    en: 'Day',
    about: 'The day itself is stated.',
  },
});
export type DatePrecision = CodeOf<typeof DatePrecision>;
