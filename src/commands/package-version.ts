/** The version of the gateway, from its package.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config';

export function version(): string {
  const file = join(readConfig({}).root, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
