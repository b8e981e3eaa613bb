/** What the statuses of HTTP mean, for people. */
import type { LanguageTag } from '../../resource/text';
import type { Label } from '../../vocabulary/label';

const titles: Readonly<Record<number, Label>> = {
  404: { de: 'Nicht gefunden', en: 'Not found' },
  405: { de: 'Methode nicht erlaubt', en: 'Method not allowed' },
  406: { de: 'Keine passende Darstellung', en: 'Not acceptable' },
  410: { de: 'Zurückgezogen', en: 'Withdrawn' },
  429: { de: 'Zu viele Anfragen', en: 'Too many requests' },
  503: { de: 'Zurzeit nicht verfügbar', en: 'Not available at the moment' },
};
const request: Label = { de: 'Die Anfrage wurde abgelehnt', en: 'The request was refused' };
const fault: Label = { de: 'Interner Fehler', en: 'Internal error' };

export const titleOfStatus = (status: number, language: LanguageTag): string =>
  (titles[status] ?? (status < 500 ? request : fault))[language];
