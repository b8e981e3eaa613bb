/** Parses the URL of a request: percent-encoded UTF-8, in which each parameter occurs once. */
import { Refusal } from './errors';

const badRequest = (message: string): Refusal => new Refusal(400, message, { code: 'BAD_REQUEST' });

/** Runs of escapes for non-ASCII characters, and `%` signs that escape nothing. */
const escapes = /(?:%[89a-f][\da-f])+|%(?![\da-f]{2})/gi;
const longestQuoted = 30;

/** @throws Refusal when the escapes are not valid UTF-8, or a `%` escapes nothing */
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

/** The parameters of a URL. @throws Refusal for invalid escapes */
export function parametersOf(url: string): URLSearchParams {
  const mark = url.indexOf('?');
  const search = mark < 0 ? '' : url.slice(mark + 1);
  checkEncoding(search);
  return new URLSearchParams(search);
}

/** The value of a parameter. Undefined if it is absent or empty, as forms often send it. @throws Refusal when it occurs twice */
export function parameterIn(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = parameters.getAll(name);
  if (others.length === 0) return value === '' ? undefined : value;
  throw badRequest(`The address has several values of "${name}". Send each in a request of its own.`);
}
