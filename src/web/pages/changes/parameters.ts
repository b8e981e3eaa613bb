/** What the address of the page on changes asks for. */
import type { Label } from '../../../vocabulary/label';
import { dayIn } from '../picture-parameters';

/** A year before a day. */
const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`;

export interface ChangesParameters {
  readonly from: string;
  readonly to: string;
  readonly withFirstSeen: boolean;
  readonly faults: readonly Label[];
}

/** What is shown where a day cannot be read. */
const instead = {
  from: {
    de: 'Ohne ihn beginnt die Zeit ein Jahr vor ihrem Ende.',
    en: 'Without it, the time begins a year before its end.',
  },
  to: { de: 'Ohne ihn endet die Zeit heute.', en: 'Without it, the time ends today.' },
};

/** Two days, in their order; the last year where the address names none. */
export function changesParameters(parameters: URLSearchParams, today: string): ChangesParameters {
  const [first, last] = [dayIn(parameters, 'from', instead.from), dayIn(parameters, 'to', instead.to)];
  const to = last.value ?? (first.value !== null && first.value > today ? first.value : today);
  const from = first.value ?? yearBefore(to);
  const [earlier, later] = from <= to ? [from, to] : [to, from];
  const faults = [first.fault, last.fault].filter((fault) => fault !== null);
  return { from: earlier, to: later, withFirstSeen: parameters.get('seen') === 'yes', faults };
}
