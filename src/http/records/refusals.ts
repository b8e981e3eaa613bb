/** Why a representation is refused, with what there is instead. */
import type { IncomingMessage } from 'node:http';
import type { NamedProfile } from '../../rdf/profiles/named-profile';
import type { LanguageTag } from '../../resource/text';
import { inLanguage } from '../../resource/text';
import type { WithdrawnRecord } from '../../query/withdrawn';
import { Refusal } from '../errors';
import type { Choosable } from './choose';

const longestQuoted = 60;
const quoted = (text: string): string => JSON.stringify(text.slice(0, longestQuoted));

/** The error 406 with the media types and suffixes that there are. */
export function notAcceptable(
  path: string,
  offered: readonly Choosable[],
  { headers: { accept = '' } }: Pick<IncomingMessage, 'headers'>,
  profile?: string,
): Refusal {
  const list = offered.map(({ types: [type = ''], extension }) => ({
    type,
    address: `${path}.${extension}`,
  }));
  const types = list.map(({ type }) => type).join(', ');
  const how = profile === undefined ? '' : ` with "_profile=${profile.slice(0, longestQuoted)}"`;
  return new Refusal(406, `"Accept" is ${quoted(accept)}; ${path}${how} answers ${types}.`, {
    code: 'NOT_ACCEPTABLE',
    offered: list,
  });
}

/** The error 406 with the profiles that there are. */
export const noSuchProfile = (unknown: readonly string[], profiles: readonly NamedProfile[]): Refusal =>
  new Refusal(
    406,
    `There is no profile ${quoted(unknown.join(', '))}. Name one of ${profiles.map(({ name }) => name).join(', ')}, or its IRI.`,
    {
      code: 'NOT_ACCEPTABLE',
      profiles: profiles.map(({ name, release, iri }) => ({ name, release, iri })),
    },
  );

/** The error 404 for a record that never was. */
export const noSuchRecord = (path: string): Refusal =>
  new Refusal(404, `There is no record at ${path}.`, { code: 'NOT_FOUND' });

/** The error 410 for a withdrawn record, with what it was. */
export function gone({ type, names, withdrawnAt }: WithdrawnRecord, language: LanguageTag): Refusal {
  const name = names && inLanguage(names, language);
  const what = [type, ...(name === null ? [] : [`"${name}"`])].join(' ');
  return new Refusal(
    410,
    `${what} was withdrawn on ${withdrawnAt.slice(0, 10)}: the catalogue holds it no longer.`,
    { code: 'GONE', type, name, withdrawnAt },
    // A withdrawn record may come back.
    { 'Cache-Control': 'no-cache' },
  );
}
