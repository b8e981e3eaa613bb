/** Words that depend on what stands beside them, as composed sentences have them. */
import { TimedOut } from '../src/errors';
import { counted, withArticle, withArticleFirst } from '../src/words';

it('count one in the singular, and anything else in the plural', () => {
  expect([0, 1, 2, 0.5].map((number) => counted(number, 'second'))).toEqual([
    '0 seconds',
    '1 second',
    '2 seconds',
    '0.5 seconds',
  ]);
  expect(new TimedOut(1_000).message).toContain('took longer than 1 second and was stopped');
});

it('have the article that they are spoken with', () => {
  expect(['Award', 'Institution', 'ExternalSource', 'Usage', 'Dataset'].map(withArticle)).toEqual([
    'an Award',
    'an Institution',
    'an ExternalSource',
    'a Usage',
    'a Dataset',
  ]);
  expect(['Award', 'Usage'].map(withArticleFirst)).toEqual(['An Award', 'A Usage']);
});
