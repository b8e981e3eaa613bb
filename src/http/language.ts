/** The language of an answer, by `Accept-Language`. */
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { LanguageTag } from '../resource/text';

/** In order of our preference, for clients that weight them equally. */
const offered: readonly LanguageTag[] = ['en', 'de'];

/** A language range such as `de-AT` or `*` with its weight. */
interface Wish {
  readonly range: string;
  readonly weight: number;
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-accept-language */
const written = /^([a-z]{1,8}(?:-[a-z\d]{1,8})*|\*)(?:\s*;\s*q\s*=\s*(0(?:\.\d*)?|1(?:\.0*)?))?$/i;

/** Parses the header, sorted by weight and stable otherwise. Invalid parts are ignored. */
function wishesIn(header: string): Wish[] {
  const wishes = header.split(',').flatMap((part): Wish[] => {
    const [, range, weight = '1'] = written.exec(part.trim()) ?? [];
    return range === undefined ? [] : [{ range: range.toLowerCase(), weight: Number(weight) }];
  });
  return wishes.sort((one, other) => other.weight - one.weight);
}

/**
 * The offered language for a range. A regional range matches its language (lookup in RFC 4647). https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
const languageOf = (range: string): LanguageTag | undefined =>
  offered.find((language) => range === language || range.startsWith(`${language}-`));

/** The language that a client prefers. English if it has no preference, accepts any, or wants neither. */
export function languageFor(header: string | undefined): LanguageTag {
  const wishes = wishesIn(header ?? '');
  // `de-AT;q=0` does not refuse German in general.
  const refused = new Set(wishes.filter(({ weight }) => weight === 0).map(({ range }) => range));
  const named = new Set(wishes.map(({ range }) => languageOf(range)));
  for (const { range, weight } of wishes) {
    if (weight === 0) break;
    // `*` matches languages that are not listed.
    const language = range === '*' ? offered.find((each) => !named.has(each)) : languageOf(range);
    if (language && !refused.has(language)) return language;
  }
  return offered.find((each) => !refused.has(each) && !refused.has('*')) ?? 'en';
}

/** The language of the answer to a request. */
export const preferredLanguage = ({ headers }: IncomingMessage): LanguageTag =>
  languageFor(headers['accept-language']);

/** Sets `Content-Language` and `Vary: Accept-Language`. */
export const setContentLanguage = (request: Request, response: Response): void =>
  void response.vary('Accept-Language').set('Content-Language', preferredLanguage(request));
