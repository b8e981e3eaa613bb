/** The page for an error: short, complete without styles and scripts, in the language of the client. */
import type { LanguageTag } from '../resource/text';
import type { ErrorAnswer } from './errors';

const titles: Readonly<Record<number, Readonly<Record<LanguageTag, string>>>> = {
  404: { de: 'Nicht gefunden', en: 'Not found' },
  405: { de: 'Methode nicht erlaubt', en: 'Method not allowed' },
  406: { de: 'Keine passende Darstellung', en: 'Not acceptable' },
  410: { de: 'Zurückgezogen', en: 'Withdrawn' },
  429: { de: 'Zu viele Anfragen', en: 'Too many requests' },
  503: { de: 'Zurzeit nicht verfügbar', en: 'Not available at the moment' },
};
const request = { de: 'Die Anfrage wurde abgelehnt', en: 'The request was refused' };
const fault = { de: 'Interner Fehler', en: 'Internal error' };
const home = { de: 'Zur Startseite', en: 'Home page' };

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param publicPath path prefix of the gateway */
export function errorPage(
  { status, message }: Pick<ErrorAnswer, 'status' | 'message'>,
  language: LanguageTag,
  publicPath: string,
): string {
  const title = (titles[status] ?? (status < 500 ? request : fault))[language];
  const start = `${publicPath}/${language === 'de' ? 'de' : ''}`;
  // The message is English, whatever the page is.
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} ${title}</title></head>
<body><main><h1>${title}</h1><p lang="en">${escaped(message)}</p><p><a href="${escaped(start)}">${home[language]}</a></p></main></body>
</html>
`;
}
