/** Whether an answer may be cached and shared: it must be the same for everybody until the catalogue's data change. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether a request carries no credentials. Answers to requests with credentials are never cached or shared. */
export const isAnonymous = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.authorization === undefined && headers.cookie === undefined;

const changing = new WeakSet<ServerResponse>();

/** Marks an answer that can change independently of the catalogue's data, so it must not be cached. */
export const changesByItself = (response: ServerResponse): void => void changing.add(response);

/** Whether an answer depends only on the catalogue's data. */
export const isCacheable = (response: ServerResponse): boolean => !changing.has(response);
