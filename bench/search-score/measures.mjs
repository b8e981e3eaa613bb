/** How good a list of records is as the answer to a question whose records are graded. */

const depth = 10;

/** What each place of a list is worth: less, the further down. */
const gainOf = (grades) =>
  grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

/**
 * The measures of one answer.
 * @param found the keys that were found, the best first
 * @param grades 1 to 3 by key; all others are wrong
 */
export function measuresOf(found, grades) {
  const shown = found.slice(0, depth);
  const relevant = Object.values(grades).sort((one, other) => other - one);
  const best = gainOf(relevant.slice(0, depth));
  const right = shown.filter((key) => grades[key] > 0).length;
  return {
    ndcg: best === 0 ? null : gainOf(shown.map((key) => grades[key] ?? 0)) / best,
    recall: best === 0 ? null : right / Math.min(relevant.length, depth),
    wrong: shown.length - right,
    foundNothing: best === 0 ? null : shown.length === 0,
  };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const known = (values) => values.filter((value) => value !== null);

/** The means of many answers; questions without an answer count for wrong hits only. */
export const meansOf = (measures) => ({
  ndcg: mean(known(measures.map(({ ndcg }) => ndcg))),
  recall: mean(known(measures.map(({ recall }) => recall))),
  wrong: mean(measures.map(({ wrong }) => wrong)),
  foundNothing: mean(known(measures.map(({ foundNothing }) => Number(foundNothing)))),
});
