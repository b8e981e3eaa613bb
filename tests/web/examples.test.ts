// The format of the example files, and what the gallery makes of them.
import { exampleIn, parseExample, readExamples, textOf } from '../../src/web/graphiql/examples';

const marburg = `# de: Woran nimmt Marburg teil?
# en: In what does Marburg take part?
# variables: {"slug": "marburg"}

query Marburg($slug: String!) {
  # the readable key
  institution(slug: $slug) { name }
}
`;

test('an example has a title in both languages, a named operation and its variables', () => {
  expect(parseExample('schema/examples/02-marburg.graphql', marburg)).toEqual({
    key: '02-marburg',
    title: { de: 'Woran nimmt Marburg teil?', en: 'In what does Marburg take part?' },
    operationName: 'Marburg',
    query: 'query Marburg($slug: String!) {\n  # the readable key\n  institution(slug: $slug) { name }\n}\n',
    variables: '{\n  "slug": "marburg"\n}',
  });
});

test('examples come in the order of their file names', () => {
  const file = (name: string) => `# de: ${name}\n# en: ${name}\nquery ${name} { __typename }`;
  const examples = readExamples({
    'a/10-third.graphql': file('C'),
    'a/02-second.graphql': file('B'),
    'a/01-first.graphql': file('A'),
  });
  expect(examples.map((example) => example.operationName)).toEqual(['A', 'B', 'C']);
});

test.each([
  ['an English sentence', '# de: Satz\nquery A { __typename }'],
  ['a German sentence', '# en: Sentence\nquery A { __typename }'],
  ['name the operation', '# de: Satz\n# en: Sentence\n{ __typename }'],
  ['one line of JSON', '# de: Satz\n# en: Sentence\n# variables: {slug}\nquery A { __typename }'],
])('a file that lacks something is refused with its path and the remedy: %s', (remedy, content) => {
  expect(() => parseExample('schema/examples/07-odd.graphql', content)).toThrow(
    /^schema\/examples\/07-odd\.graphql: /,
  );
  expect(() => parseExample('schema/examples/07-odd.graphql', content)).toThrow(remedy);
});

test('an example is recognised under any comment until its operation is edited', () => {
  const example = parseExample('02-marburg.graphql', marburg);
  expect(exampleIn(textOf(example, 'de'), [example])).toBe(example);
  expect(exampleIn(`# Welcome!\n#\n\n${textOf(example, 'en')}`, [example])).toBe(example);
  expect(exampleIn(textOf(example, 'en').replace('name', 'slug'), [example])).toBeUndefined();
  expect(exampleIn('', [example])).toBeUndefined();
});
