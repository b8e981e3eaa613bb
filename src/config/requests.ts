/** What files say of requests that the gateway sends: addresses, and headers whose values are in the environment. */
import { z } from 'zod';
import { parseUrl } from '../url';

/** The name of an environment variable, which holds what no file should. */
export const variableName = z
  .string('the name of an environment variable')
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable');

/** Headers of the connection or the body. Only the gateway can set them correctly. */
const ofTheRequest: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** The name of a header that requests may have. */
export const headerName = z
  .string('the name of a header')
  .regex(/^[A-Za-z0-9-]+$/, 'the name of a header')
  .refine(
    (name) => !ofTheRequest.has(name.toLowerCase()),
    'headers that do not belong to the connection or the body, which the gateway sets',
  );

/** An http(s) address. @param field where credentials belong instead */
export const addressWithoutUser = (field: string) =>
  z
    .url({ protocol: /^https?$/, error: 'an http or https address' })
    .refine(
      (url) => !hasUser(url),
      `an address without user and password: give them in "${field}", as Authorization`,
    );

function hasUser(url: string): boolean {
  const { username = '', password = '' } = parseUrl(url) ?? {};
  return username !== '' || password !== '';
}
