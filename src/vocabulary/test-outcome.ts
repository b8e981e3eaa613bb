import { conceptScheme, type CodeOf } from './concept-scheme';

export const TestOutcome = conceptScheme('TestOutcome', 'What a test of a FAIR metric came to.', {
  PASS: { de: 'bestanden', en: 'Passed', about: 'The record states what is tested.' },
  PARTLY: { de: 'teilweise', en: 'Partly', about: 'The record states a part of it, for half of the points.' },
  FAIL: { de: 'nicht bestanden', en: 'Failed', about: 'The record does not state it.' },
  NOT_TESTED: {
    de: 'nicht geprüft',
    en: 'Not tested',
    about: 'The record alone cannot tell, for example whether an address answers. Its points do not count.',
  },
});
export type TestOutcome = CodeOf<typeof TestOutcome>;
