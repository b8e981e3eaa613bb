/** What surrounds the process: its variables, and the folder of the project. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { WrongConfiguration } from '../errors';

/** An empty variable counts as unset. */
export const withoutEmpty = (
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );

/** The value may be printed to a log. */
export const withoutPassword = (value: string): string => value.replace(/(:\/\/[^/]*?:)[^,]*@/g, '$1***@');

/** The nearest parent folder with the project's package.json. The code runs from src and from dist. */
export function projectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return resolve(from);
  const parent = dirname(from);
  if (parent === from)
    throw new WrongConfiguration('The folder of the project was not found: package.json is missing.');
  return projectRoot(parent);
}
