/**
 * The order of the test files: those with a browser first. Jest begins with those that took longest, or, as in a new clone, with the
 * largest; a short file that walks through all pages would begin in the middle and end alone.
 */
const { default: UsualSequencer } = require('@jest/test-sequencer');

const hasBrowser = ({ path }) => path.endsWith('.browser.test.ts');

module.exports = class LongFirst extends UsualSequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return [...usual.filter(hasBrowser), ...usual.filter((test) => !hasBrowser(test))];
  }
};
