/** What the statuses of HTTP mean, for people. */
import type { LanguageTag } from '../../resource/text';
import type { Label } from '../../vocabulary/label';

const titles: Readonly<Record<number, Label>> = {
  400: { de: 'Die Adresse ist nicht verständlich', en: 'The address cannot be understood' },
  404: { de: 'Hier ist nichts', en: 'There is nothing here' },
  405: { de: 'Diese Seite kann nur gelesen werden', en: 'This page can only be read' },
  406: { de: 'Dieses Format gibt es hier nicht', en: 'This format does not exist here' },
  410: { de: 'Dieser Eintrag wurde zurückgezogen', en: 'This record was withdrawn' },
  429: { de: 'Zu viele Anfragen', en: 'Too many requests' },
  503: { de: 'Gerade nicht erreichbar', en: 'Not available at the moment' },
};
const usual: Label = { de: 'Das ging schief', en: 'Something went wrong' };

export const titleOfStatus = (status: number, language: LanguageTag): string =>
  (titles[status] ?? usual)[language];
