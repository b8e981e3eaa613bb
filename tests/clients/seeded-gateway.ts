/** The gateway over the seeds, as every client meets it, and the institutions that the seeds name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { seededDatabase } from '../helpers/template-databases';

export interface SeededGateway {
  /** Address of the endpoint. */
  endpoint: string;
  stop: () => Promise<void>;
}

export async function startSeeded(): Promise<SeededGateway> {
  const database = await seededDatabase('sqlite');
  const app = await startApp(readConfig({ PORT: '0', DATABASE_URL: database.url, LOG_LEVEL: 'silent' }));
  return {
    endpoint: `${app.url}/graphql`,
    stop: async () => {
      await app.stop();
      await database.drop();
    },
  };
}

/** The slugs of all institutions, in their order. */
export function institutionsInSeeds(): string[] {
  const text = readFileSync(join(__dirname, '../../seeds/institutions.yaml'), 'utf8');
  const { Institution } = parse(text) as { Institution: { slug: string }[] };
  return Institution.map(({ slug }) => slug).sort();
}
