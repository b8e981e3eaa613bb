/** Says in plain words what an address is that gives no SDL, and what to do. */
import { SubgraphUnavailable } from '../gateway/faults';
import { withoutSdl } from '../remote/answer';
import { RequestFault } from '../remote/request-fault';
import { reasonOf } from '../../errors';

/** Why a server gave no SDL, with a remedy. */
export function whyNoSdl(error: unknown): string {
  const fault = error instanceof SubgraphUnavailable ? error.cause : error;
  if (!(fault instanceof RequestFault)) return `${reasonOf(error)}.`;
  const { fault: kind, status = 0, detail } = fault;
  switch (kind) {
    case 'HTTP_STATUS':
      return `it answered with the status ${status}. ${remedyFor(status)}`;
    case 'REDIRECT':
      return `it sends elsewhere (${detail}), which is not followed. Give the address itself.`;
    case 'NOT_JSON':
      return detail === null
        ? 'it answered something that is no JSON. Give the address of its GraphQL endpoint, which is often /graphql.'
        : `it answered with ${detail}: this is a page for people, or a login or a proxy before the service. Give the address of its GraphQL endpoint, which is often /graphql.`;
    case 'NOT_GRAPHQL':
      return detail === null
        ? 'it answered JSON that is no answer of GraphQL. Give the address of its GraphQL endpoint, which is often /graphql.'
        : detail !== withoutSdl
          ? `it is a GraphQL server, but gives no SDL: ${detail}. ${remedyFor(401)}`
          : 'it is a GraphQL server, but no subgraph: it has no field Query._service. Write its SDL into a file, and name that by "schema" in its entry; or serve _service by a subgraph library.';
    case 'TIMEOUT':
      return 'it did not answer in time. See whether it runs, and whether it can be reached from here; "timeoutMs" in its entry sets the time.';
    case 'UNREACHABLE':
      return `no connection: ${detail ?? 'no reason is known'}. ${remedyForConnection(detail ?? '')}`;
    default:
      return error instanceof Error ? error.message : kind;
  }
}

function remedyFor(status: number): string {
  if (status === 401 || status === 403)
    return 'It wants to know who asks. Give credentials by --header "Authorization: …", and by "headers" in its entry.';
  if (status === 404 || status === 405 || status === 410)
    return 'Nothing answers questions at this address. GraphQL is often under /graphql.';
  if (status === 407) return 'The proxy wants credentials: give them by "proxyAuthorization" in its entry.';
  if (status === 429) return 'It has too many questions already. Try again later.';
  return status >= 500
    ? 'The service, or a proxy before it, fails: its own log says why.'
    : 'See in its own log what it refuses.';
}

function remedyForConnection(detail: string): string {
  if (/ENOTFOUND|EAI_AGAIN/.test(detail)) return 'The name is not known here: see the address and the DNS.';
  if (detail.includes('ECONNREFUSED'))
    return 'Nothing listens there: see the port, and whether the service runs.';
  if (/SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|ISSUER/.test(detail))
    return 'Its certificate is by an authority that is not trusted here: name the file of that authority by "tls.ca" in its entry.';
  if (detail.includes('ALTNAME')) return 'Its certificate is for another name: use that name in the address.';
  if (detail.includes('CERT_HAS_EXPIRED')) return 'Its certificate is no longer valid.';
  if (detail.includes('WRONG_VERSION_NUMBER'))
    return 'It does not speak TLS there: see the port, or write http:// in the address.';
  if (detail.includes('Proxy response (407)')) return remedyFor(407);
  if (/alert|ERR_SSL|EPROTO/i.test(detail))
    return 'It may want a certificate of ours: give "tls.cert" and "tls.key" in its entry.';
  if (detail.includes('Proxy response')) return 'The proxy refuses the connection: see its rules.';
  if (detail.includes('other side closed'))
    return 'See whether the address wants https:// instead of http://; with https, it may want a certificate of ours ("tls.cert" and "tls.key" in its entry).';
  return 'See whether it can be reached from here, or only through a proxy ("proxy" in its entry, or HTTPS_PROXY).';
}
