/** Checks that the `Content-Type` of a body means JSON in UTF-8, however it is spelt. */
import { Refusal } from './errors';

const mediaType = /^application\/json$/i;
/** https://www.rfc-editor.org/rfc/rfc9110#name-parameters */
const parameter = /^([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~\w-]+))$/;
/** Splits at semicolons outside of quotes. */
const parts = /(?:"(?:[^"\\]|\\.)*"|[^;])+/g;
const utf8 = /^utf-?8$/i;

const remedy = 'Send JSON in UTF-8, and say "Content-Type: application/json".';
const longestQuoted = 60;
const quoted = (text: string): string => JSON.stringify(text.slice(0, longestQuoted));

/** Why a `Content-Type` is not accepted; null for JSON in UTF-8. No parameter changes the meaning of JSON. */
function faultOf(contentType: string | undefined): string | null {
  if (contentType === undefined) return 'The request has no Content-Type.';
  const [type = '', ...others] = (contentType.match(parts) ?? []).map((part) => part.trim());
  if (!mediaType.test(type)) return `The Content-Type is ${quoted(type)}.`;
  for (const part of others.filter((each) => each !== '')) {
    const [, name, inQuotes, plain = inQuotes] = parameter.exec(part) ?? [];
    if (name === undefined) return `${quoted(part)} in Content-Type is no parameter.`;
    if (name.toLowerCase() === 'charset' && !utf8.test(plain ?? ''))
      return `${quoted(part)} in Content-Type is no UTF-8.`;
  }
  return null;
}

/** Whether a `Content-Type` means JSON in UTF-8. */
export const isJson = (contentType: string | undefined): boolean =>
  contentType === 'application/json' || faultOf(contentType) === null;

/** @throws Refusal that names the part which is not understood */
export function checkContentType(contentType: string | undefined): void {
  const fault = faultOf(contentType);
  if (fault !== null) throw new Refusal(415, `${fault} ${remedy}`, { code: 'UNSUPPORTED_MEDIA_TYPE' });
}
