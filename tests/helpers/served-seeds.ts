/** The seeds on either database, served in this process to the tests of a `describe`. */
import { startApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import type { Dialect, EmptyDatabase } from './databases';
import { seededDatabase } from './template-databases';

export const english = { 'accept-language': 'en' };

interface ServedSeeds {
  /** Sends a body, which is JSON. */
  post: (body: string, headers?: Record<string, string>) => Promise<Response>;
  /** The data of an answer; a test fails where there are errors. */
  ask: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;
}

export function servedSeeds(dialect: Dialect): ServedSeeds {
  let app: App;
  let database: EmptyDatabase;

  beforeAll(async () => {
    database = await seededDatabase(dialect);
    app = await startApp(readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent' }));
  });
  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const post: ServedSeeds['post'] = (body, headers) =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const ask = async <Data>(query: string, variables = {}): Promise<Data> => {
    const response = await post(JSON.stringify({ query, variables }), english);
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  return { post, ask };
}
