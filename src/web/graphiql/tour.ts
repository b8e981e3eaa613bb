// All examples of schema/examples, bundled with the page.
import { readExamples } from './examples';

const files = import.meta.glob<string>('../../../schema/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const tour = readExamples(files);
