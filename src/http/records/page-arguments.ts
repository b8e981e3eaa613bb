/** The page of links or records that an address asks for. */
import { largestPageSize } from '../../query/page';
import { parameterIn } from '../address';
import { Refusal } from '../errors';

/** The requested page of a record's links, or of a list. */
export interface Page {
  /** Maximum number of links or records; null if the URL does not say. */
  readonly first: number | null;
  /** The cursor after which the page begins. */
  readonly after: string | null;
}

/** Parses the page arguments of an address. @throws Refusal */
export function pageIn(parameters: URLSearchParams): Page {
  const after = parameterIn(parameters, 'after') ?? null;
  const written = parameterIn(parameters, 'first');
  if (written === undefined) return { first: null, after };
  const first = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  if (first >= 1 && first <= largestPageSize) return { first, after };
  throw new Refusal(
    400,
    `"first" is ${JSON.stringify(written.slice(0, 30))}; a page has 1 to ${largestPageSize}. The header "Link" with rel="next" leads to the next page.`,
    { code: 'BAD_USER_INPUT' },
  );
}

/** The variables of a query for a page. */
export const variablesOf = ({ first, after }: Page): Record<string, unknown> => ({
  ...(first !== null && { first }),
  ...(after !== null && { after }),
});

/** The web address of a page. */
export function addressOf(iri: string, { first, after }: Page): string {
  const parameters = new URLSearchParams();
  if (first !== null) parameters.set('first', String(first));
  if (after !== null) parameters.set('after', after);
  const search = parameters.toString();
  return search === '' ? iri : `${iri}?${search}`;
}
