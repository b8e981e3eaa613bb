/** The address of the client that sent a request, also behind proxies: one rule for limits, tables and the log. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { IPv6 } from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config';

/** Finds the address of a client, in its one usual spelling; empty where its connection is gone already. */
export type AddressOf = (request: IncomingMessage) => string;

/** Asking a connection for its address costs more than the rest: it is kept with it. */
const atOtherEnd = Symbol('address at the other end');

interface Connected extends Socket {
  [atOtherEnd]?: string;
}

const addressAt = (socket: Connected): string =>
  (socket[atOtherEnd] ??= addressIn(socket.remoteAddress ?? '') ?? '');

/**
 * The address of a client behind so many proxies. Each proxy adds the address of whoever asked it to the end of a list, so that only
 * the last entries are to be believed. Where such an entry is no address, the proxy that wrote it stands for its clients.
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

/** What proxies say of whom they asked for, the first client first. `Forwarded` (RFC 7239) counts where `X-Forwarded-For` is not sent. */
function hopsIn({ 'x-forwarded-for': list, forwarded = '' }: IncomingMessage['headers']): string[] {
  if (list === undefined) return [...forwarded.matchAll(forParameter)].map(([, hop = '']) => hop);
  return String(list)
    .split(',')
    .filter((hop) => hop.trim() !== '');
}

/**
 * Reads an address as proxies write it: in quotation marks, with a port, IPv6 in brackets or with a zone, IPv4 with leading zeros or
 * within IPv6. All spellings of one address give the same text.
 * @returns null where it is no address, such as `unknown`.
 */
export function addressIn(written: string): string | null {
  const text = written.trim().replace(/^"(.*)"$/, '$1');
  const host = /^\[([^\]]+)\](?::\w+)?$/.exec(text)?.[1] ?? /^([\d.]+):\w+$/.exec(text)?.[1] ?? text;
  const [, v4 = ''] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(host) ?? [];
  if (v4) {
    // Some write each part with three digits; read as octal, that would be another client.
    const parts = v4.split('.').map(Number);
    return parts.every((part) => part <= 255) ? parts.join('.') : null;
  }
  const plain = host.replace(/%.*$/, '');
  if (!IPv6.isValid(plain)) return null;
  const address = IPv6.parse(plain);
  return address.isIPv4MappedAddress() ? address.toIPv4Address().toString() : address.toString();
}

/** Clients by their address: the same ones come again and again. */
const clients = new LRUCache<string, string>({ max: 1_000 });

/** Whoever sent a request, known by the address that was found for it. */
export interface Sender {
  readonly ip?: string | undefined;
}

/** Who is counted for a request: its address. One client usually has a whole network of /64 in IPv6, and could send each request from another address. */
export function clientOf({ ip = '' }: Sender): string {
  const cached = clients.get(ip);
  if (cached !== undefined) return cached;
  const address = addressIn(ip) ?? ip;
  const client = IPv6.isValid(address) ? IPv6.parse(address).parts.slice(0, 4).join(':') : address;
  clients.set(ip, client);
  return client;
}

/** An address as it is shown; shortened, it names the network (/24 in IPv4, /48 in IPv6) and no person. */
export function shownAddress(address: string, shown: Config['logClients']): string | undefined {
  if (shown === 'none' || address === '') return undefined;
  if (shown === 'full') return address;
  if (!IPv6.isValid(address)) return address.replace(/\.\d+$/, '.0/24');
  const [one = 0, two = 0, three = 0] = IPv6.parse(address).parts;
  return `${new IPv6([one, two, three, 0, 0, 0, 0, 0]).toString()}/48`;
}
