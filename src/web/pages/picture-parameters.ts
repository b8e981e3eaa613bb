/** What the address of a picture asks for. What cannot be read is left out, and the page tells it. */
import { slugPattern } from '../../resource/identity';
import type { Label } from '../../vocabulary/label';

/** A part of the address that was read, and what is wrong with it. */
export interface Read<T> {
  readonly value: T;
  readonly fault: Label | null;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return dayPattern.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const allTimes: Label = { de: 'Gezeigt werden alle Zeiten.', en: 'All times are shown.' };

/**
 * The day of a parameter; null where it names none.
 * @param instead what is shown where the day cannot be read
 */
export function dayIn(parameters: URLSearchParams, name = 'on', instead = allTimes): Read<string | null> {
  const written = parameters.get(name)?.trim() ?? '';
  if (written === '') return { value: null, fault: null };
  if (isDay(written)) return { value: written, fault: null };
  const shown = written.slice(0, 40);
  return {
    value: null,
    fault: {
      de: `„${shown}“ ist kein Tag, wie 2024-06-01 einer ist. ${instead.de}`,
      en: `"${shown}" is no day such as 2024-06-01. ${instead.en}`,
    },
  };
}

/** One of some values; the usual one where the address names none. */
export function oneIn<T extends string>(
  parameters: URLSearchParams,
  name: string,
  values: readonly T[],
  usual: T,
): Read<T> {
  const written = parameters.get(name)?.trim() ?? '';
  const value = values.find((each) => each === written);
  if (value !== undefined || written === '') return { value: value ?? usual, fault: null };
  const shown = written.slice(0, 40);
  return {
    value: usual,
    fault: {
      de: `„${shown}“ gibt es nicht für „${name}“. Möglich ist: ${values.join(', ')}.`,
      en: `There is no "${shown}" for "${name}". There are: ${values.join(', ')}.`,
    },
  };
}

const mostValues = 50;
/** More could not be told apart in a picture. */
export const mostRecords = 12;

/** All values of a parameter that are among these. */
export const manyIn = <T extends string>(
  parameters: URLSearchParams,
  name: string,
  values: readonly T[],
): T[] => values.filter((value) => parameters.getAll(name).includes(value));

/** All slugs that a parameter names. */
export const slugsIn = (parameters: URLSearchParams, name: string): string[] =>
  [...new Set(parameters.getAll(name).filter((slug) => slugPattern.test(slug)))].slice(0, mostValues);

/** The slugs of a record after its class, such as `institutions/marburg`. */
const recordPattern = /^[a-z-]+\/[^/\s]+$/;

/** Whether a text names a record by its class and slug. */
export const isReference = (written: string): boolean =>
  recordPattern.test(written) && slugPattern.test(written.split('/')[1] ?? '');

/** All records that a parameter names. */
export const recordsIn = (parameters: URLSearchParams, name: string): string[] =>
  [...new Set(parameters.getAll(name).filter(isReference))].slice(0, mostRecords);

/** The record that a parameter names, such as `institutions/marburg`; null without one. */
export function recordIn(parameters: URLSearchParams, name: string): Read<string | null> {
  const written = parameters.get(name)?.trim() ?? '';
  if (written === '') return { value: null, fault: null };
  if (isReference(written)) return { value: written, fault: null };
  const shown = written.slice(0, 40);
  return {
    value: null,
    fault: {
      de: `„${shown}“ ist kein Eintrag, wie institutions/marburg einer ist.`,
      en: `"${shown}" is no record such as institutions/marburg.`,
    },
  };
}
