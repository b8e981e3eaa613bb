/** The page for an error: short, complete without styles and scripts, in the language of the client. */
import type { LanguageTag } from '../resource/text';
import { titleOfStatus } from '../web/pages/status';
import type { ErrorAnswer } from './errors';

const home = { de: 'Zur Startseite', en: 'Home page' };

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param publicPath path prefix of the gateway */
export function errorPage(
  { status, message }: Pick<ErrorAnswer, 'status' | 'message'>,
  language: LanguageTag,
  publicPath: string,
): string {
  const title = titleOfStatus(status, language);
  const start = `${publicPath}/${language === 'de' ? 'de' : ''}`;
  // The message is English, whatever the page is.
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} ${title}</title></head>
<body><main><h1>${title}</h1><p lang="en">${escaped(message)}</p><p><a href="${escaped(start)}">${home[language]}</a></p></main></body>
</html>
`;
}
