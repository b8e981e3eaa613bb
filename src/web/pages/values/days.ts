/** Days, times and numbers as people write them in German and English. */
import type { DatePrecision } from '../../../vocabulary/date-precision';
import type { LanguageTag } from '../../../resource/text';
import { getOrMake } from '../../../maps';

const locales: Readonly<Record<LanguageTag, string>> = { de: 'de-DE', en: 'en-GB' };

/** Formats are costly to make: each is made when it is used first, and used again. */
function perLanguage<T extends object>(make: (locale: string) => T): (language: LanguageTag) => T {
  const made: Partial<Record<LanguageTag, T>> = {};
  return (language) => (made[language] ??= make(locales[language]));
}

const format = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));

const formats: Readonly<Record<DatePrecision, ReturnType<typeof format>>> = {
  DAY: format({ day: 'numeric', month: 'long', year: 'numeric' }),
  MONTH: format({ month: 'long', year: 'numeric' }),
  YEAR: format({ year: 'numeric' }),
};
const moments = format({ dateStyle: 'long', timeStyle: 'short' });

const lengths: Readonly<Record<DatePrecision, number>> = { DAY: 10, MONTH: 7, YEAR: 4 };

/** A day as its source states it: 1 September 2022, September 2022 or 2022. */
export const writtenDay = (day: string, precision: DatePrecision | null, language: LanguageTag): string =>
  formats[precision ?? 'DAY'](language).format(new Date(`${day}T00:00:00Z`));

/** As many numbers as a date of each precision has. */
const precisions: readonly DatePrecision[] = ['YEAR', 'MONTH', 'DAY'];

/** A date in ISO 8601, such as `2026-01`, as people write it; any other text as it is. */
export function writtenDate(text: string, language: LanguageTag): string {
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text)) return text;
  const numbers = text.split('-');
  const day = [...numbers, '01', '01'].slice(0, 3).join('-');
  return isValidDay(day) ? writtenDay(day, precisions[numbers.length - 1] ?? null, language) : text;
}

const isValidDay = (day: string): boolean => !Number.isNaN(Date.parse(`${day}T00:00:00Z`));

/** The same for programs: `2022-09`. */
export const isoDay = (day: string, precision: DatePrecision | null): string =>
  day.slice(0, lengths[precision ?? 'DAY']);

/** A moment, in coordinated universal time. */
export const writtenMoment = (moment: string, language: LanguageTag): string =>
  `${moments(language).format(new Date(moment))} UTC`;

const numbers = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));

export const writtenNumber = (number: number, language: LanguageTag): string =>
  numbers(language).format(number);

const degrees = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 5 }));

export const writtenDegrees = (number: number, language: LanguageTag): string =>
  degrees(language).format(Math.abs(number));

/** An exact amount, such as `3800000` or `3.80`. Cents are written where there are any. */
export function writtenAmount(amount: string, currency: string, language: LanguageTag): string {
  const cents = amount.includes('.') ? 2 : 0;
  const written = getOrMake(amounts, `${currency} ${cents}`, () => formatOfAmounts(currency, cents));
  return written(language).format(amount as Intl.StringNumericLiteral);
}

const formatOfAmounts = (currency: string, cents: number) =>
  perLanguage(
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: cents,
        maximumFractionDigits: cents,
      }),
  );

/** By currency and decimals: of both there are few. */
const amounts = new Map<string, ReturnType<typeof formatOfAmounts>>();
