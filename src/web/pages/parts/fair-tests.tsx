/** The tests of the FAIR metrics, with what a record came to in each. */
import type { TestOutcome } from '../../../vocabulary/test-outcome';
import { wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';
import { Marked } from './marked';

export interface AnsweredTest {
  readonly code: string;
  readonly about: string;
  readonly outcome: TestOutcome;
  readonly outcomeLabel: string;
  readonly points: number;
  readonly reachedPoints: number;
  readonly remedy: string | null;
}

export const FairTests = ({ site, tests }: { site: Site; tests: readonly AnsweredTest[] }) => {
  const words = wordsOf(site);
  const written = (value: number): string => writtenNumber(value, site.language);
  return (
    <details>
      <summary id="fair-tests">{words.fairTests(tests.length, written(tests.length))}</summary>
      <div class="wide cards" role="region" aria-labelledby="fair-tests" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.test}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.reached}</th>
              <th scope="col">{words.remedy}</th>
            </tr>
          </thead>
          <tbody>
            {tests.map(({ code, about, outcome, outcomeLabel, points, reachedPoints, remedy }) => (
              <tr>
                <th scope="row">
                  {about} <code>{code}</code>
                </th>
                <td data-label={words.outcome}>{outcomeLabel}</td>
                <td data-label={words.reached}>
                  {outcome === 'NOT_TESTED' ? '–' : words.shown(written(reachedPoints), written(points))}
                </td>
                <td data-label={words.remedy}>{remedy !== null && <Marked text={remedy} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
