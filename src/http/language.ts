/** The language of an answer, as the client prefers it. */
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { LanguageTag } from '../resource/text';

/** In the order in which they are taken where a client likes them equally. */
const offered: readonly LanguageTag[] = ['en', 'de'];

/** What an `Accept-Language` names: a range, such as `de-AT` or `*`, and how much it is liked. */
interface Wish {
  readonly range: string;
  readonly weight: number;
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-accept-language */
const written = /^([a-z]{1,8}(?:-[a-z\d]{1,8})*|\*)(?:\s*;\s*q\s*=\s*(0(?:\.\d*)?|1(?:\.0*)?))?$/i;

/** What a client names, most liked first and in its own order where equally; what cannot be read is passed over. */
function wishesIn(header: string): Wish[] {
  const wishes = header.split(',').flatMap((part): Wish[] => {
    const [, range, weight = '1'] = written.exec(part.trim()) ?? [];
    return range === undefined ? [] : [{ range: range.toLowerCase(), weight: Number(weight) }];
  });
  return wishes.sort((one, other) => other.weight - one.weight);
}

/**
 * The language that is offered for a range: that of the region stands for the region, as RFC 4647 looks it up.
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
const languageOf = (range: string): LanguageTag | undefined =>
  offered.find((language) => range === language || range.startsWith(`${language}-`));

/** German or English, whichever a client prefers; English when it does not say, takes any or wants neither. */
export function languageFor(header: string | undefined): LanguageTag {
  const wishes = wishesIn(header ?? '');
  // `de-AT;q=0` says nothing of German elsewhere.
  const refused = new Set(wishes.filter(({ weight }) => weight === 0).map(({ range }) => range));
  const named = new Set(wishes.map(({ range }) => languageOf(range)));
  for (const { range, weight } of wishes) {
    if (weight === 0) break;
    // `*` stands for whatever is not named beside it.
    const language = range === '*' ? offered.find((each) => !named.has(each)) : languageOf(range);
    if (language && !refused.has(language)) return language;
  }
  return offered.find((each) => !refused.has(each) && !refused.has('*')) ?? 'en';
}

/** The language in which the client of a request is answered. */
export const preferredLanguage = ({ headers }: IncomingMessage): LanguageTag =>
  languageFor(headers['accept-language']);

/** Says in which language the answer is, and that another client may get another. */
export const sayLanguage = (request: Request, response: Response): void =>
  void response.vary('Accept-Language').set('Content-Language', preferredLanguage(request));
