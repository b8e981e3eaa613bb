/** The address of a request: text in UTF-8, percent-encoded, with parameters of which each stands there once. */
import { Refusal } from './errors';

const badRequest = (message: string): Refusal => new Refusal(400, message, { code: 'BAD_REQUEST' });

/** Escapes of what is no ASCII, which together are characters, and what looks like an escape but is none. */
const escapes = /(?:%[89a-f][\da-f])+|%(?![\da-f]{2})/gi;
const longestQuoted = 30;

/** @throws Refusal for an address whose bytes are no UTF-8, or which has a `%` that escapes nothing. */
export function checkEncoding(url: string): void {
  if (isEncoded(url)) return;
  const wrong = url.match(escapes)?.find((escape) => !isEncoded(escape)) ?? '%';
  throw badRequest(
    `The address holds ${JSON.stringify(wrong.slice(0, longestQuoted))}, which is no UTF-8. Write text in UTF-8, percent-encoded, and "%" itself as "%25".`,
  );
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The parameters of an address, which is checked. @throws Refusal */
export function parametersOf(url: string): URLSearchParams {
  const mark = url.indexOf('?');
  const search = mark < 0 ? '' : url.slice(mark + 1);
  checkEncoding(search);
  return new URLSearchParams(search);
}

/** A parameter of an address; undefined where it is not there, or empty, as forms and hand-made links leave it. @throws Refusal where it stands there twice */
export function parameterIn(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = parameters.getAll(name);
  if (others.length === 0) return value === '' ? undefined : value;
  throw badRequest(`The address has several values of "${name}". Send each in a request of its own.`);
}
