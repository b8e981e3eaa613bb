/** Refuses ambiguous requests before anything else: a request must have one host and an unambiguous target. */
import type { IncomingMessage, RequestListener } from 'node:http';
import { refuseAtOnce } from './unparsed-requests';

/** A name, an IPv4 or an IPv6 address, with an optional port. It may be empty. https://www.rfc-editor.org/rfc/rfc9110#name-host-and-authority */
const host = /^(?:[\w.~%!$&'()*+,;=-]*|\[[\da-f:.]+\])(?::\d*)?$/i;
/** A target in absolute form, as sent to proxies: https://www.rfc-editor.org/rfc/rfc9112#name-absolute-form */
const absolute = /^(https?):\/\/([^/?]*)(.*)$/i;
const usualPort: Readonly<Record<string, RegExp>> = { http: /:(80)?$/, https: /:(443)?$/ };

/** Passes well-formed requests on with a target in the form `/path?query`, and refuses others. */
export const wellFormed =
  (app: RequestListener): RequestListener =>
  (request, response) => {
    const fault = faultOfHost(request) ?? faultOfAddress(request);
    if (fault === null) app(request, response);
    else refuseAtOnce(request, response, fault);
  };

/** With two hosts, an intermediary may have used the other one. */
function faultOfHost({ headers, rawHeaders, httpVersion }: IncomingMessage): string | null {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  if (hosts > 1) return 'The request has several Host headers. Send one.';
  if (hosts === 0) return httpVersion === '1.1' ? 'The request has no Host header. Send one.' : null;
  return host.test(headers.host ?? '')
    ? null
    : 'The Host header is no host. Send a name, and perhaps a port.';
}

function faultOfAddress(request: IncomingMessage): string | null {
  const { method, url = '', headers } = request;
  if (url.includes('#')) return 'The address has a "#", behind which nothing is sent. Write it as "%23".';
  if (!url.startsWith('/') && (url !== '*' || method !== 'OPTIONS')) {
    const [, scheme = '', named = '', rest = ''] = absolute.exec(url) ?? [];
    if (!host.test(named) || named === '')
      return 'The address is none of this server. Ask for a path, which begins with "/".';
    if (headers.host !== undefined && plain(scheme, named) !== plain(scheme, headers.host))
      return 'The Host header names another host than the address. Send the same.';
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
  }
  return null;
}

const plain = (scheme: string, named: string): string =>
  named.toLowerCase().replace(usualPort[scheme.toLowerCase()] ?? '', '');
