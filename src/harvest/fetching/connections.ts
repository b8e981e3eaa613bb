/** Opens connections only to addresses that may be reached. What a name stands for is looked up once, and connected to as it was checked. */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { AddressPolicy } from './reachable';

/** Looks up all addresses of a name. */
export type LookUpHost = (host: string) => Promise<readonly LookupAddress[]>;

/** The address is not one that may be reached. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach';
}

const lookUpBySystem: LookUpHost = (host) =>
  new Promise((resolve, reject) =>
    systemLookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
  );

export interface ConnectionOptions {
  readonly mayReach: AddressPolicy;
  readonly lookUp?: LookUpHost | undefined;
  /** Milliseconds until a connection stands. */
  readonly timeout: number;
}

/** One connection for each host. */
export function connectionsTo({ mayReach, lookUp = lookUpBySystem, timeout }: ConnectionOptions): Agent {
  // A name may stand for another address at each look-up, so the look-up of the connection itself is the one that is checked.
  const lookup: LookupFunction = (host, { all }, done) => {
    lookUp(host).then(
      (found) => {
        const open = found.filter(({ address }) => mayReach(address));
        const [first] = open;
        if (!first) done(new OutOfReach(host), []);
        else if (all) done(null, [...open]);
        else done(null, first.address, first.family);
      },
      (error: unknown) => done(error as Error, []),
    );
  };
  const connect = buildConnector({ lookup, timeout });
  return new Agent({
    connections: 1,
    pipelining: 1,
    connect: (options, done) => {
      // No name is looked up where the address itself is given.
      const host = options.hostname.replace(/^\[|\]$/g, '');
      const refuse = () => done(new OutOfReach(host), null);
      if (isIP(host) !== 0 && !mayReach(host)) {
        refuse();
        return;
      }
      connect(options, (...[error, socket]) => {
        if (error) done(error, null);
        else if (isOpen(socket, mayReach)) done(null, socket);
        else {
          socket.destroy();
          refuse();
        }
      });
    },
  });
}

/** What is really connected to has the last word. */
const isOpen = ({ remoteAddress }: Socket, mayReach: AddressPolicy): boolean =>
  remoteAddress !== undefined && mayReach(remoteAddress);
