/** The bytes of an answer are bounded, whoever makes it: a plan, the fallback executor, or what is known already. */
import { getIntrospectionQuery } from 'graphql';
import { describeOnEachDatabase } from '../helpers/databases';
import { Gateway, sites, unkept, type Answer } from './gateway';

const bound = { MAX_ANSWER_BYTES: '2000' };

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Some hundred bytes of each institution. */
const some = '{ institutions(first: 1) { nodes { id iri name } } }';
const tooMuch = `{ institutions { nodes { ${times(40, (i) => `name${i}: iri`)} } } }`;

/** One record at many places, which is read and written once. */
const repeated = `{ institution(slug: "marburg") { ${times(
  30,
  (i) => `p${i}: participations { nodes { institution { iri name modifiedAt } } }`,
)} } }`;

const paged = (first: number) => ({
  query: `query ($first: Int) { institutions(first: $first) { nodes { ${times(25, (i) => `name${i}: iri`)} } } }`,
  variables: { first },
});

/** The refusal names the bound and the remedy, and is itself short. */
function expectRefused(answer: Answer): void {
  expect(answer.status).toBe(400);
  expect(answer.text.length).toBeLessThan(1_000);
  expect(answer.json).toEqual({
    errors: [
      {
        message: expect.stringMatching(
          /more than 2000 bytes and was not sent. Ask for fewer fields/,
        ) as string,
        extensions: { code: 'QUERY_TOO_COMPLEX' },
      },
    ],
    extensions: { cost: expect.anything() as unknown },
  });
}

describeOnEachDatabase('an answer with too many bytes', (dialect) => {
  it.each([
    ['a plan', {}],
    ['a plan over what is kept', unkept],
    ['the fallback executor', { PLANS: 'off' }],
  ])('is refused where %s makes it', async (_, environment) => {
    const gateway = await Gateway.over(dialect, sites, {}, { ...bound, ...environment });
    try {
      for (const query of [tooMuch, repeated, getIntrospectionQuery()])
        expectRefused(await gateway.ask(query));

      expect((await gateway.ask(some)).json).toMatchObject({ data: { institutions: {} } });
    } finally {
      await gateway.end();
    }
  });

  it('is refused for a document that is known with other variables', async () => {
    const gateway = await Gateway.over(dialect, sites, {}, bound);
    const ask = (body: object): Promise<Answer> =>
      gateway.get('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    try {
      expect((await ask(paged(1))).status).toBe(200);
      expect((await ask(paged(1))).status).toBe(200);

      expectRefused(await ask(paged(2)));
    } finally {
      await gateway.end();
    }
  });

  it('is a table all the same, which is sent as it is read', async () => {
    const gateway = await Gateway.over(dialect, sites, {}, bound);
    try {
      const answer = await gateway.ask(tooMuch, { accept: 'text/csv' });

      expect(answer.status).toBe(200);
      expect(answer.text.length).toBeGreaterThan(2_000);
    } finally {
      await gateway.end();
    }
  });
});
