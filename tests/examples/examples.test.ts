/** The examples that GraphiQL shows, run against the seeds: each gives the recorded answer, on either database. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type App } from '../../src/app';
import { readConfig } from '../../src/config';
import { readExamples } from '../../src/web/graphiql/examples';
import { describeOnEachDatabase, type EmptyDatabase } from '../helpers/databases';
import { seededDatabase } from '../helpers/template-databases';

const folder = join(__dirname, '../../schema/examples');
const files = readdirSync(folder).sort();
const examples = readExamples(
  Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
);

/** UPDATE_EXAMPLES=1 records the answers anew, for a person to review. */
const update = process.env.UPDATE_EXAMPLES === '1';

describeOnEachDatabase('the examples', (dialect) => {
  let app: App;
  let database: EmptyDatabase;

  beforeAll(async () => {
    database = await seededDatabase(dialect);
    const settings = { DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent' };
    app = await startApp(readConfig({ ...settings, PUBLIC_URL: 'https://num.example.org' }));
  });

  afterAll(async () => {
    await app.stop();
    await database.drop();
  });

  const answer = async (query: string, variables: string | undefined, language = 'en'): Promise<unknown> => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query, variables: variables ? (JSON.parse(variables) as unknown) : undefined }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    return { data, ...(errors !== undefined && { errors }) };
  };

  it.each(examples.map((example, index) => [files[index] ?? '', example] as const))(
    '%s gives the recorded answer',
    async (file, { query, variables }) => {
      const result = join(__dirname, 'results', file.replace('.graphql', '.json'));
      const given = await answer(query, variables);
      if (update && dialect === 'sqlite') writeFileSync(result, `${JSON.stringify(given, null, 2)}\n`);
      expect(existsSync(result)).toBe(true);
      expect(given).toEqual(JSON.parse(readFileSync(result, 'utf8')));
      expect(given).not.toHaveProperty('errors');
    },
  );

  it('find the four infrastructures of Marburg, each with the sentence that says so', async () => {
    const { data } = (await answer(examples[0]?.query ?? '', undefined)) as {
      data: {
        institution: {
          participations: {
            nodes: {
              infrastructure: { acronym: string };
              evidence: { quotation: string; citedFrom: { url: string } }[];
            }[];
          };
        };
      };
    };
    const { nodes } = data.institution.participations;
    expect(nodes.map(({ infrastructure }) => infrastructure.acronym)).toEqual([
      'AKTIN@NUM',
      'NUM-DIZ',
      'NUM-RDP',
      'RACOON',
    ]);
    for (const { evidence } of nodes) {
      expect(evidence[0]?.quotation).toContain(
        'The Marburg site is involved in FOUR research infrastructures',
      );
      expect(evidence[0]?.citedFrom.url).toContain('uni-marburg.de');
    }
  });

  it('speak German to whoever asks in German', async () => {
    const german = JSON.stringify(await answer(examples[0]?.query ?? '', undefined, 'de'));
    expect(german).toContain('Universitätsklinikum Marburg');
  });
});
