/** What is cached of rows is used for the question at hand: in the language that is asked for, and of the data as they are now. */
import { describeOnEachDatabase } from '../helpers/databases';
import { eventually } from '../helpers/eventually';
import { Gateway, sites } from './gateway';

/** Each answer is made anew, of rows that are cached. */
const onlyRows = { RESPONSE_CACHE_MEMORY: '0', MAX_COST_PER_MINUTE: '2000000000' };

const post = async <T>(gateway: Gateway, query: string, variables = {}): Promise<T> => {
  const { json } = await gateway.get('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (json as { data: T }).data;
};

describe('a field whose argument is a variable', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.over('sqlite', sites, {}, onlyRows);
  });
  afterAll(() => gateway.end());

  const languages = ['de', 'en', 'en', 'de', 'de', 'en'];
  const names = { de: 'Klinikum Gießen', en: 'Giessen Hospital' };
  const expected = languages.map((language) => names[language as keyof typeof names]);
  const variable = (language: string) => ({ language: language.toUpperCase() });

  it('has the value for the variable as it is given this time', async () => {
    const query =
      'query ($language: Language) { institution(slug: "giessen") { name(language: $language) } }';
    const told = [];
    for (const language of languages) {
      const { institution } = await post<{ institution: { name: string } }>(
        gateway,
        query,
        variable(language),
      );
      told.push(institution.name);
    }

    expect(told).toEqual(expected);
  });

  it('has it also in lists, beside the same field with another argument', async () => {
    const query = `query ($language: Language) { institutions(filter: { slug: { eq: "giessen" } }) {
      nodes { name(language: $language) always: name(language: DE) usual: name } } }`;
    const told = [];
    for (const language of languages) {
      const { institutions } = await post<{ institutions: { nodes: object[] } }>(
        gateway,
        query,
        variable(language),
      );
      told.push(...institutions.nodes);
    }

    expect(told).toEqual(expected.map((name) => ({ name, always: names.de, usual: names.en })));
  });
});

describeOnEachDatabase('a list that is asked for again after the data have changed', (dialect) => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await Gateway.over(dialect, sites, {}, onlyRows);
  });
  afterEach(() => gateway.end());

  const kiel = { slug: 'kiel', name: { de: 'Förde Klinikum' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' };
  const add = () => gateway.world.add({ Institution: [...(sites.Institution ?? []), kiel] });

  it.each([
    ['a word that no record had', '(search: "förde")', '0', 'kiel 1'],
    ['a word that other records had', '(search: "klinikum")', 'giessen marburg 2', 'giessen kiel marburg 3'],
    ['the beginning of a word', '(search: "förd")', '0', 'kiel 1'],
    ['a filter', '(filter: { name: { startsWith: "Förde" } })', '0', 'kiel 1'],
    ['everything', '', 'giessen marburg 2', 'giessen kiel marburg 3'],
  ])('finds what is new: %s', async (_what, narrowed, before, afterwards) => {
    const query = `{ institutions${narrowed} { totalCount nodes { slug } } }`;
    const slugs = async () => {
      const { institutions } = await post<{
        institutions: { totalCount: number; nodes: { slug: string }[] };
      }>(gateway, query);
      const found = institutions.nodes.map(({ slug }) => slug).sort();
      return [...found, institutions.totalCount].join(' ');
    };
    for (let time = 0; time < 4; time += 1) expect(await slugs()).toBe(before);

    await add();

    await eventually(slugs, afterwards);
  });
});
