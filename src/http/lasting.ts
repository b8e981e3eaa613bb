/** Who may be told the same: whether an answer holds for everybody, until the data of the catalogue changes. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether somebody may be meant by name: what such a client is told is never kept, nor told to others. */
export const isAnonymous = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.authorization === undefined && headers.cookie === undefined;

const changing = new WeakSet<ServerResponse>();

/** The answer says something that changes without the data of the catalogue: it is kept by nobody. */
export const changesByItself = (response: ServerResponse): void => void changing.add(response);

/** Whether the answer is the same for everybody, until the data changes. */
export const isLasting = (response: ServerResponse): boolean => !changing.has(response);
