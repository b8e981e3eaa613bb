/** Determines the address of a client, also behind proxies. Limits, tables and the log use the same rule. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { IPv6 } from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config';

/** Returns the normalised address of a client, or an empty string if the connection is already closed. */
export type AddressOf = (request: IncomingMessage) => string;

/** The address is stored on the socket, because asking for it is relatively expensive. */
const atOtherEnd = Symbol('address at the other end');

interface Connected extends Socket {
  [atOtherEnd]?: string;
}

const addressAt = (socket: Connected): string =>
  (socket[atOtherEnd] ??= addressIn(socket.remoteAddress ?? '') ?? '');

/**
 * The address of a client behind a number of trusted proxies. Each proxy appends the address of its client to a list, so only that
 * many entries at the end can be trusted. If such an entry is not an address, the proxy's own address stands for its clients.
 */
export function addressBehind(proxies: number): AddressOf {
  if (proxies === 0) return ({ socket }) => addressAt(socket);
  return ({ headers, socket }) => {
    let address = addressAt(socket);
    for (const hop of hopsIn(headers).reverse().slice(0, proxies)) {
      const next = addressIn(hop);
      if (next === null) break;
      address = next;
    }
    return address;
  };
}

const forParameter = /(?:^|[,;])\s*for\s*=\s*("(?:[^"\\]|\\.)*"|[^",;\s]+)/gi;

/** The addresses that proxies have added, first client first. `Forwarded` (RFC 7239) is used if there is no `X-Forwarded-For`. */
function hopsIn({ 'x-forwarded-for': list, forwarded = '' }: IncomingMessage['headers']): string[] {
  if (list === undefined) return [...forwarded.matchAll(forParameter)].map(([, hop = '']) => hop);
  return String(list)
    .split(',')
    .filter((hop) => hop.trim() !== '');
}

/**
 * Parses an address as proxies write it: quoted, with a port, IPv6 in brackets or with a zone, IPv4 with leading zeros or mapped
 * into IPv6. All spellings of an address give the same text.
 * @returns null for anything else, such as `unknown`
 */
export function addressIn(written: string): string | null {
  const text = written.trim().replace(/^"(.*)"$/, '$1');
  const host = /^\[([^\]]+)\](?::\w+)?$/.exec(text)?.[1] ?? /^([\d.]+):\w+$/.exec(text)?.[1] ?? text;
  const [, v4 = ''] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(host) ?? [];
  if (v4) {
    // Some proxies pad parts with zeros. Parsing them as octal would give another client's address.
    const parts = v4.split('.').map(Number);
    return parts.every((part) => part <= 255) ? parts.join('.') : null;
  }
  const plain = host.replace(/%.*$/, '');
  if (!IPv6.isValid(plain)) return null;
  const address = IPv6.parse(plain);
  return address.isIPv4MappedAddress() ? address.toIPv4Address().toString() : address.toString();
}

/** Caches clients by address, as the same ones come again. */
const clients = new LRUCache<string, string>({ max: 1_000 });

/** The sender of a request, with the address that was determined. */
export interface Sender {
  readonly ip?: string | undefined;
}

/** The identity of a client for limits: its IPv4 address, or its /64 network in IPv6, as a client can usually take any address in that. */
export function clientOf({ ip = '' }: Sender): string {
  const cached = clients.get(ip);
  if (cached !== undefined) return cached;
  const address = addressIn(ip) ?? ip;
  const client = IPv6.isValid(address) ? IPv6.parse(address).parts.slice(0, 4).join(':') : address;
  clients.set(ip, client);
  return client;
}

/** An address for the log. A shortened one (/24 for IPv4, /48 for IPv6) identifies a network but no person. */
export function shownAddress(address: string, shown: Config['logClients']): string | undefined {
  if (shown === 'none' || address === '') return undefined;
  if (shown === 'full') return address;
  if (!IPv6.isValid(address)) return address.replace(/\.\d+$/, '.0/24');
  const [one = 0, two = 0, three = 0] = IPv6.parse(address).parts;
  return `${new IPv6([one, two, three, 0, 0, 0, 0, 0]).toString()}/48`;
}
