/** Validators for the values of variables. */
import { z } from 'zod';

export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65535, 'a port number from 0 to 65535');
export const host = z.string().min(1, 'a host name or an address').default('127.0.0.1');

export const httpAddress = z.url({ protocol: /^https?$/, error: 'an http or https address' });
const largest = 2 ** 31 - 1;
export const mebibyte = 2 ** 20;

/** An integer within bounds, in the unit of the variable. */
export const count = (fallback: number, { least = 1, most = largest } = {}) => {
  const takes = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,10}$/, takes)
    .transform(Number)
    .refine((number) => number >= least && number <= most, takes)
    .default(fallback);
};

/** A positive count; `unlimited` removes the limit. */
export const countOrUnlimited = (fallback: number) =>
  z
    .union(
      [z.literal('unlimited').transform(() => Infinity), count(fallback)],
      `a whole number from 1 to ${largest}, or unlimited`,
    )
    .default(fallback);

/** One day. Node's timers allow at most 25 days, and some durations are added. */
const longest = 86_400_000;

/** A duration in milliseconds. */
export const milliseconds = (fallback: number, { least = 1 } = {}) =>
  count(fallback, { least, most: longest });
