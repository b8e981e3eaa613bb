/** The record that an argument names by its id: it must be there, and be a resource. */
import { BadUserInput } from '../../errors';
import { keyOfGlobalId } from '../../resource/identity';
import type { RequestContext } from '../context';

/**
 * The key of the resource with a global id.
 * @throws BadUserInput naming the argument, its value and the remedy.
 */
export async function resourceKey(
  argument: string,
  id: string,
  { loaders, registry }: RequestContext,
): Promise<string> {
  const key = keyOfGlobalId(id);
  const refused = (why: string): BadUserInput =>
    new BadUserInput(`"${argument}" (${JSON.stringify(id.slice(0, 60))}) ${why}`);
  if (key === null) throw refused('is no global id. Give one from the field "id" of a resource.');
  const description = registry.ofKey(key);
  const record = description && (await loaders.record(key));
  if (!record)
    throw refused('is the id of nothing in this catalogue. Give one from the field "id" of a resource.');
  if (description.kind === 'resource') return key;
  throw refused(
    description.kind === 'link'
      ? `is the id of a link (${description.type}). Give the id of its source or of its target.`
      : `is the id of a ${description.type}, which no link leads to. Give the id of a resource.`,
  );
}

/** @throws BadUserInput for a number outside its bounds, naming the argument, its value and the remedy. */
export function within(argument: string, value: number, least: number, most: number, remedy: string): number {
  if (value >= least && value <= most) return value;
  throw new BadUserInput(`"${argument}" is ${value}; it may be ${least} to ${most}. ${remedy}`);
}
