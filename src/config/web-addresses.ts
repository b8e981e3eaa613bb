/** Parses web addresses in variables and normalises them as browsers do. */
import { z } from 'zod';

import { parseUrl } from '../url';

const publicUrlTakes =
  'an http or https address without a query, such as https://data.example.org or https://example.org/num';

/** The public URL of the gateway, with a path if it is below one, and without trailing slash. */
export const publicAddress = z.string().transform((given, context) => {
  const url = httpUrl(given);
  const path = url?.pathname.replace(/\/+$/, '') ?? '';
  if (url && !/[?#@\s]/.test(given) && !path.includes('//')) return `${url.origin}${path}`;
  context.addIssue({ code: 'custom', message: publicUrlTakes });
  return z.NEVER;
});

const noticeTakes = 'an http or https address, or mailto: with an address, such as mailto:data@example.org';

/** An address to which pages lead: a page, or where one writes to. */
export const noticeAddress = z.string().refine((given) => {
  const url = parseUrl(given);
  if (url?.protocol === 'mailto:')
    return /^[^\s@?]+@[^\s@?]+(\?[^\s]*)?$/.test(url.href.slice('mailto:'.length));
  return httpUrl(given) !== null && !/\s/.test(given);
}, noticeTakes);

const originsTake = '* or origins such as https://data.example.org, with commas between';

/** `*`, or the origins as browsers send them: lower case, punycode, without the default port. */
export const originList = z.string().transform((given, context) => {
  if (given.trim() === '*') return '*' as const;
  const origins = given.split(',').map((each) => originIn(each.trim()));
  const wrong = origins.find((origin) => 'remedy' in origin);
  if (wrong) {
    context.addIssue({ code: 'custom', message: `${originsTake}: ${wrong.remedy}` });
    return z.NEVER;
  }
  return [...new Set(origins.flatMap((origin) => ('origin' in origin ? [origin.origin] : [])))];
});

/** The `Origin` that a browser sends for pages of an address, or a remedy if the value is wrong. */
function originIn(given: string): { origin: string } | { remedy: string } {
  if (given.includes('@')) return { remedy: 'an origin names nobody, leave out what stands before the @' };
  const named = JSON.stringify(given);
  if (given.includes('*')) return { remedy: `${named} has a wildcard, name each origin instead` };
  const url = httpUrl(given);
  if (!url) return { remedy: `${named} does not begin with http:// or https:// and a host` };
  if (!/^https?:\/\/[^/?#\\]+$/i.test(given))
    return { remedy: `${named} has more than an origin, write ${url.origin}` };
  return { origin: url.origin };
}

function httpUrl(given: string): URL | null {
  return /^https?:\/\/[^/]/i.test(given) ? parseUrl(given) : null;
}
