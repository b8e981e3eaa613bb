/** Names in JSON-LD that no context defines. */
import { namesWithoutMeaning } from '../../../src/rdf/repair/syntax/json-names';

const [one, other] = ['https://north.example.org/one', 'https://north.example.org/other'] as const;

it('takes each context once, also if contexts name one another in a circle', async () => {
  const asked: string[] = [];
  const contexts = {
    get: (address: string) => {
      asked.push(address);
      // If one were asked for again and again, the test would never end.
      if (asked.length > 10) throw new Error('in a circle');
      return {
        '@context': [address === one ? other : one, { title: 'http://purl.org/dc/terms/title' }],
      };
    },
  };
  const value = { '@graph': [1, 2, 3].map(() => ({ '@context': one, title: 'Rain', colour: 'blue' })) };

  const found = await namesWithoutMeaning(value, {
    text: JSON.stringify(value),
    document: 'rain.jsonld',
    base: 'https://north.example.org/',
    contexts,
  });

  expect(found.map(({ id, value: name }) => [id, name])).toEqual([['name-without-meaning', '"colour"']]);
  expect(asked).toEqual([one, other]);
});
